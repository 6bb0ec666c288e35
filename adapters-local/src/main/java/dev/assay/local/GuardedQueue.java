package dev.assay.local;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A queue that takes nothing more once those who work on its messages have failed for good: with a
 * full disk it makes no sense to go on valuing a million bodies.
 *
 * @param <M> the message
 */
public final class GuardedQueue<M> implements BatchQueue<M> {

  private final BatchQueue<M> queue;
  private final AtomicReference<@Nullable PortException> failure = new AtomicReference<>();

  /**
   * Guards a queue.
   *
   * @param queue does the work
   */
  public GuardedQueue(BatchQueue<M> queue) {
    this.queue = queue;
  }

  /**
   * Refuses what is sent from now on.
   *
   * @param reason why, thrown to the sender; the first one counts
   */
  void refuse(PortException reason) {
    failure.compareAndSet(null, reason);
  }

  @Override
  public void send(M message) {
    PortException reason = failure.get();
    if (reason != null) {
      throw reason;
    }
    queue.send(message);
  }

  @Override
  public List<Delivery<M>> receive(int max, Duration wait) {
    return queue.receive(max, wait);
  }

  @Override
  public void acknowledge(Delivery<M> delivery) {
    queue.acknowledge(delivery);
  }

  @Override
  public void retry(Delivery<M> delivery, String reason) {
    queue.retry(delivery, reason);
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return queue.deadLetters(limit);
  }

  @Override
  public int redrive(int limit) {
    return queue.redrive(limit);
  }
}
