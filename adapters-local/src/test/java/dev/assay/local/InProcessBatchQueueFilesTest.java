package dev.assay.local;

import static dev.assay.local.Refusals.assertFailsForGood;
import static dev.assay.local.Refusals.belowAFile;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.TextCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link InProcessBatchQueue} does with its dead letters, beyond its contract. */
class InProcessBatchQueueFilesTest {

  private static final int LETTERS = 3;

  @TempDir private Path directory;

  /** A queue that gives a message up after the first attempt. */
  private BatchQueue<String> queue(Path folder) {
    return new InProcessBatchQueue<>(
        new QueueLimits(10, 1, Duration.ZERO),
        new TextCodec(),
        new DeadLetterFolder(folder, LETTERS));
  }

  private static void bury(BatchQueue<String> queue, String message) {
    queue.send(message);
    queue.retry(receive(queue), "reason of " + message);
  }

  private static Delivery<String> receive(BatchQueue<String> queue) {
    return queue.receive(1, Duration.ZERO).get(0);
  }

  @Test
  void receive_message_isTheOneSent() {
    BatchQueue<String> queue = queue(directory);
    String message = String.join("", "a", "b");
    queue.send(message);

    assertThat(receive(queue).message()).isSameAs(message);
  }

  @Test
  void deadLetters_processEnded_areThereForTheNext() {
    bury(queue(directory), "a");
    BatchQueue<String> next = queue(directory);

    assertThat(next.deadLetters(10)).extracting(DeadLetter::reason).containsExactly("reason of a");
    assertThat(next.redrive(10)).isEqualTo(1);
    assertThat(receive(next).message()).isEqualTo("a");
    assertThat(next.deadLetters(10)).isEmpty();
  }

  @Test
  void retry_deadLetter_isAFileThatPeopleCanRead() throws IOException {
    bury(queue(directory), "Čapek");

    assertThat(directory.resolve("000000001.letter"))
        .content()
        .contains("reason: reason of Čapek\n", "summary: text of 5 characters\n")
        .endsWith("\n\nČapek");
    assertThat(Directories.files(directory)).hasSize(1);
  }

  @Test
  void deadLetters_writtenByAnEarlierVersion_haveNoReference() throws IOException {
    Files.createDirectories(directory);
    byte[] letter =
        new RecordFile(Map.of("reason", "disk full", "summary", "a text"), "a".getBytes(UTF_8))
            .toBytes();
    Files.write(directory.resolve("000000001.letter"), letter);

    assertThat(queue(directory).deadLetters(10))
        .containsExactly(new DeadLetter("000000001", "disk full", "a text", ""));
  }

  @Test
  void retry_reasonOfSeveralLines_becomesOneLine() {
    BatchQueue<String> queue = queue(directory);
    queue.send("a");

    queue.retry(receive(queue), "first\nsummary: forged\n\nbody");

    assertThat(queue.deadLetters(1).get(0))
        .isEqualTo(
            new DeadLetter(
                "000000001",
                "first summary: forged body",
                "text of 1 characters",
                new TextCodec().reference("a")));
  }

  @Test
  void retry_folderIsFull_isRefusedAndKeepsTheMessageInHand() {
    BatchQueue<String> queue = queue(directory);
    for (int i = 0; i < LETTERS; i++) {
      bury(queue, "letter " + i);
    }
    queue.send("one too many");
    Delivery<String> delivery = receive(queue);

    assertFailsForGood(() -> queue.retry(delivery, "reason"))
        .contains(directory + " holds 3 dead letters");

    queue.redrive(1);
    queue.retry(delivery, "reason");
    assertThat(queue.deadLetters(10))
        .extracting(DeadLetter::reason)
        .containsExactly("reason of letter 1", "reason of letter 2", "reason");
  }

  @Test
  void retry_folderCannotBeWritten_isRefusedAndKeepsTheMessageInHand() throws IOException {
    Path impossible = belowAFile(directory);
    BatchQueue<String> queue = queue(impossible);
    queue.send("a");
    Delivery<String> delivery = receive(queue);

    assertFailsForGood(() -> queue.retry(delivery, "reason"))
        .contains(impossible.toString())
        .contains("move it away");

    Files.delete(directory.resolve("a file"));
    queue.retry(delivery, "reason");
    assertThat(queue.deadLetters(10)).hasSize(1);
  }

  @Test
  void redrive_damagedLetter_staysAndIsNamed() throws IOException {
    BatchQueue<String> queue = queue(directory);
    bury(queue, "a");
    bury(queue, "b");
    Files.writeString(directory.resolve("000000001.letter"), "overwritten by somebody");

    assertThat(queue.deadLetters(1).get(0).reason()).startsWith("the letter itself is damaged");
    assertThat(queue.redrive(10)).isEqualTo(1);
    assertThat(receive(queue).message()).isEqualTo("b");
    assertThat(queue.deadLetters(10)).extracting(DeadLetter::id).containsExactly("000000001");
  }

  @Test
  void redrive_letterOfAnotherFormat_stays() {
    new DeadLetterFolder(directory, LETTERS)
        .add("reason", "bytes", "reference", new byte[] {(byte) 0xff});
    BatchQueue<String> queue = queue(directory);

    assertThat(queue.redrive(10)).isZero();
    assertThat(queue.deadLetters(10)).hasSize(1);
  }

  @Test
  void deadLetters_otherFilesInTheFolder_arePassedOver() throws IOException {
    Files.writeString(directory.resolve("notes.txt"), "mine");
    BatchQueue<String> queue = queue(directory);

    bury(queue, "a");

    assertThat(queue.deadLetters(10)).hasSize(1);
  }

  @Test
  void new_limitsThatMakeNoSense_areRefused() {
    assertThatThrownBy(() -> new QueueLimits(0, 1, Duration.ZERO))
        .hasMessageContaining("0 messages");
    assertThatThrownBy(() -> new QueueLimits(1, 0, Duration.ZERO))
        .hasMessageContaining("0 attempts");
    assertThatThrownBy(() -> new QueueLimits(1, 1, Duration.ofMillis(-1)))
        .hasMessageContaining("PT-0.001S");
  }
}
