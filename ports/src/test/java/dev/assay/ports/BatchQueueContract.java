package dev.assay.ports;

import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** What every {@link BatchQueue} does. Messages are texts, which {@link TextCodec} carries. */
public abstract class BatchQueueContract {

  /**
   * Opens an empty queue, once in a test.
   *
   * @param limits what it allows
   */
  protected abstract BatchQueue<String> queue(Limits limits);

  /**
   * What a queue allows.
   *
   * @param messages how many it holds
   * @param attempts how often a message is delivered before it becomes a dead letter
   * @param patience how long a sender waits while the queue is full
   */
  public record Limits(int messages, int attempts, Duration patience) {}

  @Nested
  class Delivering extends BatchQueueDelivering {
    @Override
    BatchQueue<String> queue(Limits limits) {
      return BatchQueueContract.this.queue(limits);
    }
  }

  @Nested
  class Waiting extends BatchQueueWaiting {
    @Override
    BatchQueue<String> queue(Limits limits) {
      return BatchQueueContract.this.queue(limits);
    }
  }

  @Nested
  class DeadLetters extends BatchQueueDeadLetters {
    @Override
    BatchQueue<String> queue(Limits limits) {
      return BatchQueueContract.this.queue(limits);
    }
  }
}
