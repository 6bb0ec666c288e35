package dev.assay.lambda;

import dev.assay.aws.SqsBatchQueue;
import dev.assay.lambda.JsonLines.Level;
import dev.assay.lambda.SqsEvent.Message;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * How messages come again that could not be written yet: soon, and later each time. Without this
 * they would stay hidden until the queue's visibility time-out ends. What cannot be arranged is
 * logged, and that time-out remains.
 */
final class Redelivery {

  /** Four hours of returns at one a minute, as long as a run may take. */
  private static final int MOST_RETURNS = 240;

  private final SqsBatchQueue<BodyBatch> queue;
  private final Delays delays;
  private final Deadline deadline;
  private final JsonLines lines;

  Redelivery(SqsBatchQueue<BodyBatch> queue, Delays delays, Deadline deadline, JsonLines lines) {
    this.queue = queue;
    this.delays = delays;
    this.deadline = deadline;
    this.lines = lines;
  }

  /**
   * After how long messages come again: twice as long each time, less a random part of up to a
   * quarter, so that those that failed together do not come back together.
   *
   * @param first after the first time, at most
   * @param longest the longest of all
   * @param jitter numbers from 0 to below 1
   */
  record Delays(Duration first, Duration longest, DoubleSupplier jitter) {

    /** The delay after so many times, 1 or more, in whole seconds. */
    Duration after(int times) {
      long doubled = first.toSeconds() << Math.min(times - 1, 30);
      long most = Math.min(doubled, longest.toSeconds());
      return Duration.ofSeconds(Math.round(most * (1 - jitter.getAsDouble() / 4)));
    }
  }

  /** Whether a message may be returned once more without its delivery being counted. */
  static boolean mayReturn(Message message) {
    return message.returns() < MOST_RETURNS;
  }

  /**
   * Returns a message as a new one, whose deliveries are counted anew: nothing is wrong with it.
   * Were the function ended before it has answered, there would be two of it; chunks tolerate that.
   *
   * @return true if that was done and the old one is to be deleted
   */
  boolean uncounted(Message message, String reason, Map<String, ?> fields) {
    if (!mayReturn(message) || !hasTime()) {
      return counted(message, reason, fields);
    }
    int returns = message.returns() + 1;
    Duration delay = delays.after(returns);
    try {
      queue.sendAgain(message.body(), returns, delay);
    } catch (PortException e) {
      lines.log(Level.WARN, "stays on the queue: " + e.getMessage(), fields);
      return false;
    }
    lines.log(
        Level.WARN, "returned to the queue for " + delay.toSeconds() + " s: " + reason, fields);
    return true;
  }

  /**
   * Has a message delivered again; its deliveries are counted on.
   *
   * @return false: the function's answer has to name it
   */
  boolean counted(Message message, String reason, Map<String, ?> fields) {
    Duration delay = delays.after(message.attempt());
    lines.log(Level.WARN, "will be tried again: " + reason, fields);
    if (hasTime()) {
      try {
        queue.deliverAgain(message.receiptHandle(), delay);
      } catch (PortException e) {
        lines.log(Level.WARN, "comes again later than it could: " + e.getMessage(), fields);
      }
    }
    return false;
  }

  /** The margin is kept for this: whether one request to the queue ends before the call does. */
  private boolean hasTime() {
    return deadline.leftWithMargin().compareTo(SqsBatchQueue.LONGEST_ANSWER) >= 0;
  }
}
