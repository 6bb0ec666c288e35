package dev.assay.local;

import java.time.Duration;

/**
 * What a local queue allows.
 *
 * @param messages how many it holds, those in somebody's hands included; 1 or more
 * @param attempts how often a message is delivered before it becomes a dead letter; 1 or more
 * @param patience how long a sender waits while the queue is full
 */
public record QueueLimits(int messages, int attempts, Duration patience) {

  public QueueLimits {
    if (messages < 1 || attempts < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          messages + " messages, " + attempts + " attempts, patience " + patience);
    }
  }
}
