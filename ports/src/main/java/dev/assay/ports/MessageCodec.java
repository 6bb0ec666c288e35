package dev.assay.ports;

/**
 * Writes messages as bytes and reads them back, for queues that leave the process.
 *
 * @param <M> the message
 */
public interface MessageCodec<M> {

  /**
   * Writes a message.
   *
   * @param message what to write
   * @return its bytes
   */
  byte[] encode(M message);

  /**
   * Reads a message.
   *
   * @param bytes what {@link #encode} wrote
   * @return an equal message
   * @throws IllegalArgumentException if the bytes are not such a message
   */
  M decode(byte[] bytes);

  /**
   * Says what a message is about.
   *
   * @param message which
   * @return one line
   */
  String summary(M message);

  /**
   * Says what a message is about, for programs.
   *
   * @param message which
   * @return the name of what it carries, in one line of at most 200 characters; never empty
   */
  String reference(M message);
}
