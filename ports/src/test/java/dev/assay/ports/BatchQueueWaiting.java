package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BatchQueueContract.Limits;
import dev.assay.ports.PortException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Part of {@link BatchQueueContract}: who waits for what. */
abstract class BatchQueueWaiting extends BatchQueueSuite {

  private static final Limits TWO = new Limits(2, 2, Duration.ZERO);
  private static final Limits ONE_PATIENT = new Limits(1, 2, FOREVER);

  @Test
  void send_queueStaysFull_failsForNow() {
    BatchQueue<String> queue = queue(TWO);
    queue.send("a");
    queue.send("b");

    assertThatThrownBy(() -> queue.send("c"))
        .isInstanceOfSatisfying(
            PortException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TRANSIENT));

    assertThat(messages(receiveNow(queue))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void send_allInHand_isStillFull() {
    BatchQueue<String> queue = queue(TWO);
    queue.send("a");
    queue.send("b");
    List<Delivery<String>> inHand = receiveNow(queue);

    assertThatThrownBy(() -> queue.send("c")).isInstanceOf(PortException.class);

    queue.acknowledge(inHand.get(0));
    queue.send("c");
    assertThat(messages(receiveNow(queue))).containsExactly("c");
  }

  @Test
  void send_queueIsFull_waitsForAnAcknowledgement() {
    BatchQueue<String> queue = queue(ONE_PATIENT);
    queue.send("a");
    Future<Boolean> sender = sending(queue, "b");

    queue.acknowledge(receiveOne(queue));

    assertThat(Together.result(sender)).isTrue();
    assertThat(receiveOne(queue).message()).isEqualTo("b");
  }

  @Test
  void send_queueIsFull_waitsForADeadLetter() {
    BatchQueue<String> queue = queue(ONE_PATIENT);
    queue.send("a");
    Future<Boolean> sender = sending(queue, "b");

    queue.retry(receiveOne(queue), "not now");
    queue.retry(receiveOne(queue), "nor now");

    assertThat(Together.result(sender)).isTrue();
    assertThat(receiveOne(queue).message()).isEqualTo("b");
  }

  @Test
  void retry_queueIsFull_doesNotWait() {
    BatchQueue<String> queue = queue(TWO);
    queue.send("a");
    queue.send("b");

    receiveNow(queue).forEach(delivery -> queue.retry(delivery, "not now"));

    assertThat(messages(receiveNow(queue))).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void receive_nothingThere_waitsForTheFirst() {
    BatchQueue<String> queue = queue();
    Future<List<Delivery<String>>> receiver = Together.start(() -> queue.receive(10, FOREVER));

    queue.send("a");

    assertThat(messages(Together.result(receiver))).containsExactly("a");
  }

  @Test
  void receive_othersWork_waitsForWhatIsHandedBack() {
    BatchQueue<String> queue = queue();
    queue.send("a");
    Delivery<String> first = receiveOne(queue);
    Future<Delivery<String>> receiver = Together.start(() -> receiveOne(queue));

    queue.retry(first, "not now");

    assertThat(Together.result(receiver).attempt()).isEqualTo(2);
  }

  @Test
  void receive_interrupted_failsForNowAndStaysInterrupted() {
    BatchQueue<String> queue = queue();

    assertThat(interrupted(() -> queue.receive(1, FOREVER))).isEqualTo(Kind.TRANSIENT);
  }

  @Test
  void send_interruptedWhileFull_failsForNowAndStaysInterrupted() {
    BatchQueue<String> queue = queue(ONE_PATIENT);
    queue.send("a");

    assertThat(interrupted(() -> queue.send("b"))).isEqualTo(Kind.TRANSIENT);
    assertThat(messages(receiveNow(queue))).containsExactly("a");
  }

  private static Future<Boolean> sending(BatchQueue<String> queue, String message) {
    return Together.start(
        () -> {
          queue.send(message);
          return true;
        });
  }

  private static Kind interrupted(Runnable call) {
    return Together.result(
        Together.start(
            () -> {
              Thread.currentThread().interrupt();
              PortException e = catchThrowableOfType(PortException.class, call::run);
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              return e.kind();
            }));
  }
}
