package dev.assay.aws;

import java.time.Duration;

/**
 * What a queue in SQS allows.
 *
 * @param messages how many it may hold before senders wait; SQS counts with some delay, so this
 *     bounds roughly
 * @param attempts how often a message is delivered before it becomes a dead letter; the queue's own
 *     {@code maxReceiveCount}, for workers that die, must be greater
 * @param patience how long a sender waits while the queue is full
 * @param look how often it looks meanwhile; and how long a poll for dead letters waits, in whole
 *     seconds: one that does not wait asks only some of the servers of SQS and may miss what is
 *     there
 * @param visibility how long a message is hidden while somebody works on it
 * @param maxMessageBytes the longest message, compressed and encoded; below the 1 MiB of SQS
 */
public record SqsSettings(
    int messages,
    int attempts,
    Duration patience,
    Duration look,
    Duration visibility,
    int maxMessageBytes) {

  /** What SQS takes in one message, and in one batch of them. */
  static final int MOST_BYTES = 1 << 20;

  /** Left for the attributes that say why a message died. */
  private static final int ATTRIBUTES = 16 << 10;

  public SqsSettings {
    if (messages < 1 || attempts < 1 || maxMessageBytes < 1) {
      throw new IllegalArgumentException(
          messages + " messages of " + maxMessageBytes + " bytes, " + attempts + " attempts");
    }
    if (maxMessageBytes > MOST_BYTES - ATTRIBUTES) {
      throw new IllegalArgumentException(
          "a message has at most " + (MOST_BYTES - ATTRIBUTES) + " bytes, not " + maxMessageBytes);
    }
  }

  /**
   * For batches of a refresh: five attempts, a quarter of an hour for each.
   *
   * @return the defaults
   */
  public static SqsSettings defaults() {
    return new SqsSettings(
        100_000,
        5,
        Duration.ofMinutes(2),
        Duration.ofSeconds(1),
        Duration.ofMinutes(15),
        1_000_000);
  }
}
