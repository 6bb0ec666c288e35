package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BatchQueueContract.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Part of {@link BatchQueueContract}: messages come through. */
abstract class BatchQueueDelivering extends BatchQueueSuite {

  private static final int THREADS = 4;
  private static final int EACH = 50;

  @Test
  void receive_nothingSent_isEmpty() {
    assertThat(receiveNow(queue())).isEmpty();
  }

  @Test
  void receive_messageSent_deliversItForTheFirstTime() {
    BatchQueue<String> queue = queue();
    String text = "Čapek | \"quoted\"\nsecond line \uD83D\uDE80";

    queue.send(text);

    Delivery<String> delivery = receiveOne(queue);
    assertThat(delivery.message()).isEqualTo(text);
    assertThat(delivery.attempt()).isEqualTo(1);
    assertThat(delivery.receipt()).isNotBlank();
  }

  @Test
  void receive_severalSent_deliversEachOnce() {
    BatchQueue<String> queue = queue();
    List.of("a", "b", "c", "a").forEach(queue::send);

    List<Delivery<String>> deliveries = receiveNow(queue);

    assertThat(messages(deliveries)).containsExactlyInAnyOrder("a", "a", "b", "c");
    assertThat(deliveries).extracting(Delivery::receipt).doesNotHaveDuplicates();
    assertThat(receiveNow(queue)).isEmpty();
  }

  @Test
  void receive_moreThanWanted_deliversAsManyAsWanted() {
    BatchQueue<String> queue = queue();
    List.of("a", "b", "c").forEach(queue::send);

    List<Delivery<String>> first = queue.receive(2, Duration.ZERO);
    List<Delivery<String>> second = queue.receive(2, Duration.ZERO);

    assertThat(first).hasSize(2);
    assertThat(second).hasSize(1);
    assertThat(messages(first)).doesNotContainAnyElementsOf(messages(second));
  }

  @Test
  void acknowledge_inHand_endsTheMessage() {
    BatchQueue<String> queue = queue();
    queue.send("a");
    queue.send("b");
    Delivery<String> delivery = receiveOne(queue);

    queue.acknowledge(delivery);

    assertThat(messages(receiveNow(queue)))
        .containsExactly(delivery.message().equals("a") ? "b" : "a");
    assertThat(queue.deadLetters(10)).isEmpty();
  }

  @Test
  void acknowledge_endedBefore_doesNothing() {
    BatchQueue<String> queue = queue();
    queue.send("a");
    Delivery<String> delivery = receiveOne(queue);
    queue.acknowledge(delivery);
    queue.send("a");

    queue.acknowledge(delivery);
    queue.acknowledge(delivery);

    assertThat(messages(receiveNow(queue))).containsExactly("a");
  }

  @Test
  void acknowledge_handedBackBefore_doesNothing() {
    BatchQueue<String> queue = queue();
    queue.send("a");
    Delivery<String> first = receiveOne(queue);
    queue.retry(first, "not now");
    Delivery<String> second = receiveOne(queue);

    queue.acknowledge(first);
    queue.retry(second, "nor now");

    assertThat(reasons(queue)).containsExactly("nor now");
  }

  @Test
  void retry_firstAttempt_deliversForTheSecondTime() {
    BatchQueue<String> queue = queue();
    queue.send("a");
    Delivery<String> first = receiveOne(queue);

    queue.retry(first, "not now");

    Delivery<String> second = receiveOne(queue);
    assertThat(second.message()).isEqualTo("a");
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(second.receipt()).isNotEqualTo(first.receipt());
    assertThat(receiveNow(queue)).isEmpty();
  }

  @Test
  void retry_endedBefore_doesNothing() {
    BatchQueue<String> queue = queue();
    queue.send("a");
    Delivery<String> delivery = receiveOne(queue);
    queue.acknowledge(delivery);

    queue.retry(delivery, "too late");
    queue.retry(delivery, "too late");

    assertThat(receiveNow(queue)).isEmpty();
    assertThat(queue.deadLetters(10)).isEmpty();
  }

  @Test
  void retry_handedBackBefore_countsOnce() {
    BatchQueue<String> queue = queue();
    queue.send("a");
    Delivery<String> first = receiveOne(queue);

    queue.retry(first, "not now");
    queue.retry(first, "not now");
    queue.retry(first, "not now");

    assertThat(receiveNow(queue)).extracting(Delivery::attempt).containsExactly(2);
    assertThat(queue.deadLetters(10)).isEmpty();
  }

  @Test
  void allCalls_fromManyThreads_loseNothing() {
    BatchQueue<String> queue = queue(new Limits(20, 2, FOREVER));
    AtomicInteger left = new AtomicInteger(THREADS * EACH);

    List<Set<String>> worked =
        Together.run(
            2 * THREADS, n -> n < THREADS ? sendEach(queue, n) : workUntilDone(queue, left));

    Set<String> all = new HashSet<>();
    worked.forEach(all::addAll);
    assertThat(all).containsExactlyInAnyOrderElementsOf(everything());
    assertThat(worked.stream().mapToInt(Set::size).sum()).isEqualTo(THREADS * EACH);
    assertThat(receiveNow(queue)).isEmpty();
    assertThat(queue.deadLetters(10)).isEmpty();
  }

  private static Set<String> sendEach(BatchQueue<String> queue, int thread) {
    IntStream.range(0, EACH).forEach(i -> queue.send(thread + "-" + i));
    return Set.of();
  }

  /** Hands every message back once and acknowledges it the second time. */
  private static Set<String> workUntilDone(BatchQueue<String> queue, AtomicInteger left) {
    Set<String> done = new HashSet<>();
    while (left.get() > 0) {
      for (Delivery<String> delivery : queue.receive(3, Duration.ofMillis(1))) {
        if (delivery.attempt() == 1) {
          queue.retry(delivery, "once more");
        } else {
          queue.acknowledge(delivery);
          done.add(delivery.message());
          left.decrementAndGet();
        }
      }
    }
    return done;
  }

  private static List<String> everything() {
    List<String> messages = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      for (int i = 0; i < EACH; i++) {
        messages.add(thread + "-" + i);
      }
    }
    return messages;
  }
}
