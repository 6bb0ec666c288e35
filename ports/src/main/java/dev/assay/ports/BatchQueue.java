package dev.assay.ports;

import java.time.Duration;
import java.util.List;

/**
 * Carries messages from the step that makes them to the many that work on them.
 *
 * <p>Delivery is at least once and in no particular order. A message received is hidden from others
 * until it is acknowledged or handed back; one handed back more often than the queue allows becomes
 * a dead letter, kept until it is sent again. Implementations are thread-safe and hold a bounded
 * number of messages, those in somebody's hands included. A thread interrupted while it waits gets
 * a transient {@link PortException} and stays marked as interrupted.
 *
 * @param <M> the message
 */
public interface BatchQueue<M> {

  /**
   * Sends a message; waits while the queue is full.
   *
   * @param message what to send
   * @throws PortException transient if the queue stays full or cannot be written
   */
  void send(M message);

  /**
   * Takes messages.
   *
   * @param max the most wanted, 1 or more
   * @param wait how long to wait for the first one
   * @return those there are; empty if none came in time
   * @throws PortException if the queue cannot be read
   */
  List<Delivery<M>> receive(int max, Duration wait);

  /**
   * A message in somebody's hands.
   *
   * @param message the message
   * @param receipt identifies this delivery to the queue
   * @param attempt how often it has been delivered, from 1
   * @param <M> the message
   */
  record Delivery<M>(M message, String receipt, int attempt) {}

  /**
   * Ends the work on a message. Nothing happens if it was ended before.
   *
   * @param delivery what was worked on
   */
  void acknowledge(Delivery<M> delivery);

  /**
   * Hands a message back, to be delivered again or, after too many attempts, to become a dead
   * letter. Nothing happens if the work on it was ended before.
   *
   * @param delivery what could not be worked on
   * @param reason why, in one line
   */
  void retry(Delivery<M> delivery, String reason);

  /**
   * The messages that nobody could work on.
   *
   * @param limit the most wanted, 1 or more
   * @return the oldest first
   */
  List<DeadLetter> deadLetters(int limit);

  /**
   * A message that nobody could work on.
   *
   * @param id identifies it within its queue
   * @param reason why the last attempt failed
   * @param summary what the message was about, in one line
   * @param reference what it was about, for programs, as {@link MessageCodec#reference} gives it;
   *     empty if the message cannot be read
   */
  record DeadLetter(String id, String reason, String summary, String reference) {}

  /**
   * Sends dead letters once more, the oldest first and as many as there is room for, with their
   * attempts counted anew.
   *
   * @param limit the most to send, 1 or more
   * @return how many were sent
   * @throws PortException if the queue cannot be written
   */
  int redrive(int limit);
}
