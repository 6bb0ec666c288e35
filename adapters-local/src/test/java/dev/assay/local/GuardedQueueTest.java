package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueueContract;
import dev.assay.ports.PortException;
import dev.assay.ports.TextCodec;
import dev.assay.ports.memory.InMemoryBatchQueue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** As long as nothing is refused, a guarded queue is the queue it guards. */
class GuardedQueueTest extends BatchQueueContract {

  private final GuardedQueue<String> guarded =
      new GuardedQueue<>(new InMemoryBatchQueue<>(10, 2, Duration.ZERO, message -> message));

  @Override
  protected BatchQueue<String> queue(Limits limits) {
    TextCodec codec = new TextCodec();
    return new GuardedQueue<>(
        new InMemoryBatchQueue<>(
            limits.messages(),
            limits.attempts(),
            limits.patience(),
            codec::summary,
            codec::reference));
  }

  @Test
  void send_afterARefusal_throwsTheFirstReason() {
    PortException first = PortException.permanent("the disk is full");
    guarded.refuse(first);
    guarded.refuse(PortException.permanent("another reason"));

    assertThatThrownBy(() -> guarded.send("a")).isSameAs(first);
    assertThatThrownBy(() -> guarded.send("b")).isSameAs(first);
    assertThat(guarded.receive(10, Duration.ZERO)).isEmpty();
  }

  @Test
  void messagesSentBefore_areStillDelivered_andEnded() {
    guarded.send("a");
    guarded.send("b");
    guarded.refuse(PortException.permanent("the disk is full"));

    guarded.acknowledge(guarded.receive(1, Duration.ZERO).get(0));
    guarded.retry(guarded.receive(1, Duration.ZERO).get(0), "once");
    guarded.retry(guarded.receive(1, Duration.ZERO).get(0), "twice");

    assertThat(guarded.deadLetters(10)).hasSize(1);
    assertThat(guarded.deadLetters(10).get(0).reason()).isEqualTo("twice");
  }
}
