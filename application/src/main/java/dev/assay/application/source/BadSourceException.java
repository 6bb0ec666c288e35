package dev.assay.application.source;

/**
 * A source that is refused as a whole: cut off, of another kind, or without the fields needed.
 *
 * <p>The message is one line: which source, what is wrong, where, and what to do.
 */
public final class BadSourceException extends RuntimeException {

  /**
   * Refuses a source.
   *
   * @param source its name, as the user gave it
   * @param problem what is wrong with it, where, and what to do
   */
  public BadSourceException(String source, String problem) {
    super(source + ": " + problem);
  }

  /**
   * Refuses a source.
   *
   * @param source its name, as the user gave it
   * @param problem what is wrong with it, where, and what to do
   * @param cause what the parser below reported
   */
  public BadSourceException(String source, String problem, Throwable cause) {
    super(source + ": " + problem, cause);
  }
}
