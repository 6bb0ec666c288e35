package dev.assay.local;

import static dev.assay.local.Refusals.assertFailsForGood;
import static dev.assay.local.Refusals.belowAFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.TextCodec;
import dev.assay.ports.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link FileBatchQueue} does with its files, beyond its contract. */
class FileBatchQueueFilesTest {

  private static final Duration WORK_TIME = Duration.ofMinutes(5);

  @TempDir private Path temporary;
  private final MutableClock clock = new MutableClock();
  private Path directory;

  @BeforeEach
  void name() {
    directory = temporary.resolve("queue");
  }

  /** Opens the queue like another process. */
  private BatchQueue<String> open() {
    return open(directory);
  }

  private BatchQueue<String> open(Path path) {
    QueueLimits limits = new QueueLimits(1_000, 2, Duration.ZERO);
    DeadLetterFolder dead = new DeadLetterFolder(path.resolve("dead"), 1_000);
    return new FileBatchQueue<>(path, new TextCodec(), limits, dead, WORK_TIME, clock);
  }

  private static List<Delivery<String>> receiveAll(BatchQueue<String> queue) {
    return queue.receive(1_000, Duration.ZERO);
  }

  private static List<String> messages(List<Delivery<String>> deliveries) {
    return deliveries.stream().map(Delivery::message).toList();
  }

  private Path onlyFile(String state) throws IOException {
    List<Path> files = Directories.files(directory.resolve(state));
    assertThat(files).hasSize(1);
    return files.get(0);
  }

  @Test
  void receive_senderEnded_deliversInOrder() {
    List<String> sent = IntStream.range(0, 15).mapToObj(n -> "message " + n).toList();
    sent.subList(0, 8).forEach(open()::send);
    sent.subList(8, 15).forEach(open()::send);

    assertThat(messages(receiveAll(open()))).containsExactlyElementsOf(sent);
  }

  @Test
  void receive_handedBack_comesBeforeLaterOnes() {
    BatchQueue<String> queue = open();
    List.of("a", "b", "c").forEach(queue::send);
    queue.retry(queue.receive(1, Duration.ZERO).get(0), "not now");

    assertThat(messages(receiveAll(queue))).containsExactly("a", "b", "c");
  }

  @Test
  void receive_workerAlive_hidesTheMessageFromOthers() {
    open().send("a");
    receiveAll(open());

    clock.advance(WORK_TIME.minusMillis(1));

    assertThat(receiveAll(open())).isEmpty();
  }

  @Test
  void receive_workerDied_deliversAnew() {
    open().send("a");
    receiveAll(open());

    clock.advance(WORK_TIME);

    assertThat(receiveAll(open()))
        .extracting(Delivery::message, Delivery::attempt)
        .containsExactly(tuple("a", 2));
  }

  @Test
  void receive_workersKeepDying_makesADeadLetter() {
    open().send("a");
    for (int attempt = 1; attempt <= 2; attempt++) {
      assertThat(receiveAll(open())).hasSize(1);
      clock.advance(WORK_TIME);
    }

    assertThat(receiveAll(open())).isEmpty();
    assertThat(open().deadLetters(10))
        .extracting(DeadLetter::reason, DeadLetter::summary)
        .containsExactly(tuple("its worker did not end within PT5M", "text of 1 characters"));
  }

  @Test
  void acknowledge_tooLate_leavesTheMessageToTheNext() {
    BatchQueue<String> slow = open();
    slow.send("a");
    Delivery<String> late = receiveAll(slow).get(0);
    clock.advance(WORK_TIME);
    BatchQueue<String> next = open();
    Delivery<String> again = receiveAll(next).get(0);

    slow.acknowledge(late);
    slow.retry(late, "too late");

    assertThat(receiveAll(open())).isEmpty();
    next.retry(again, "the next failed too");
    assertThat(next.deadLetters(10))
        .extracting(DeadLetter::reason)
        .containsExactly("the next failed too");
  }

  @Test
  void acknowledge_byAnotherInstance_endsTheMessage() {
    open().send("a");
    Delivery<String> delivery = receiveAll(open()).get(0);

    open().acknowledge(delivery);
    clock.advance(WORK_TIME);

    assertThat(receiveAll(open())).isEmpty();
  }

  @Test
  void receive_severalInstancesAtOnce_deliverEachMessageOnce() {
    List<String> sent = IntStream.range(0, 60).mapToObj(n -> "message " + n).toList();
    sent.forEach(open()::send);

    List<String> received = new ArrayList<>();
    Together.run(
            6,
            n -> {
              BatchQueue<String> queue = open();
              List<Delivery<String>> mine = new ArrayList<>();
              for (int i = 0; i < 30; i++) {
                mine.addAll(queue.receive(2, Duration.ZERO));
              }
              return messages(mine);
            })
        .forEach(received::addAll);

    assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void send_severalInstancesAtOnce_loseNothing() {
    Together.run(
        6,
        n -> {
          BatchQueue<String> queue = open();
          IntStream.range(0, 10).forEach(i -> queue.send(n + "-" + i));
          return n;
        });

    assertThat(messages(receiveAll(open()))).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void receive_waiting_seesWhatAnotherInstanceSends() {
    BatchQueue<String> receiver = open();
    Future<List<Delivery<String>>> waiting =
        Together.start(() -> receiver.receive(1, Duration.ofMinutes(10)));

    open().send("a");

    assertThat(messages(Together.result(waiting))).containsExactly("a");
  }

  @Test
  void receive_fileCutOffAnywhere_makesADeadLetter() throws IOException {
    open().send("message");
    Path file = onlyFile("ready");
    byte[] whole = Files.readAllBytes(file);

    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(receiveAll(open())).isEmpty();
    }

    assertThat(open().deadLetters(1_000))
        .hasSize(whole.length)
        .allSatisfy(
            letter -> assertThat(letter.reason()).startsWith("the file of the message is damaged"));
  }

  @Test
  void receive_anyBitFlipped_makesADeadLetter() throws IOException {
    open().send("message");
    Path file = onlyFile("ready");
    byte[] whole = Files.readAllBytes(file);

    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= (byte) (1 << i % 8);
      Files.write(file, flipped);
      assertThat(receiveAll(open())).isEmpty();
    }

    assertThat(open().deadLetters(1_000)).hasSize(whole.length);
  }

  @Test
  void redrive_damagedMessage_staysADeadLetter() throws IOException {
    open().send("message");
    Files.writeString(onlyFile("ready"), "torn");
    receiveAll(open());

    assertThat(open().redrive(10)).isZero();

    assertThat(open().deadLetters(10)).hasSize(1);
    assertThat(onlyFile("dead")).content().endsWith("torn");
  }

  @Test
  void receive_othersBehindADamagedOne_areDelivered() throws IOException {
    open().send("damaged");
    Files.writeString(onlyFile("ready"), "torn");
    open().send("whole");

    assertThat(messages(open().receive(1, Duration.ZERO))).containsExactly("whole");
  }

  @Test
  void receive_messageTheCodecRefuses_makesADeadLetter() throws IOException {
    open().send("message");
    byte[] notUtf8 = {(byte) 0xff};
    Files.write(onlyFile("ready"), MessageWork.record("summary", "reference", notUtf8));

    assertThat(receiveAll(open())).isEmpty();
    assertThat(open().deadLetters(10).get(0).reason())
        .isEqualTo("the file of the message is damaged: not UTF-8");
  }

  @Test
  void retry_fileDamagedInTheMeantime_makesADeadLetter() throws IOException {
    BatchQueue<String> queue = open();
    queue.send("message");
    queue.retry(receiveAll(queue).get(0), "not now");
    Delivery<String> delivery = receiveAll(queue).get(0);
    Files.writeString(onlyFile("taken"), "torn");

    queue.retry(delivery, "nor now");

    assertThat(queue.deadLetters(10).get(0).reason()).startsWith("the file of the message");
    assertThat(queue.redrive(10)).isZero();
  }

  @Test
  void send_killedWhileWriting_isAsIfNeverSent() throws IOException {
    Path leftover = Files.createDirectories(directory.resolve("unfinished")).resolve("killed");
    Files.writeString(leftover, "half");
    Files.setLastModifiedTime(leftover, FileTime.from(clock.instant()));

    open().send("a");
    assertThat(leftover).exists();
    assertThat(messages(receiveAll(open()))).containsExactly("a");

    clock.advance(Duration.ofMinutes(61));
    open().send("b");
    assertThat(leftover).doesNotExist();
  }

  @Test
  void receive_otherFiles_arePassedOver() throws IOException {
    open().send("a");
    Files.writeString(directory.resolve("ready").resolve("notes.txt"), "mine");
    Files.createDirectories(directory.resolve("taken").resolve("dir"));

    assertThat(messages(receiveAll(open()))).containsExactly("a");
  }

  @Test
  void anyCall_directoryIsBelowAFile_saysWhatToDo() throws IOException {
    Path impossible = belowAFile(temporary);
    BatchQueue<String> queue = open(impossible);

    assertFailsForGood(() -> queue.send("a"))
        .contains(impossible.toString())
        .endsWith("a file is where a directory should be; move it away");
    assertFailsForGood(() -> receiveAll(queue)).contains(impossible.toString());
    assertFailsForGood(() -> queue.deadLetters(1)).contains(impossible.toString());
  }
}
