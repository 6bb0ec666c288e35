package dev.assay.application.source;

/**
 * A source that is refused as a whole: cut off, of another kind, or without the fields needed.
 *
 * <p>The message is one line: which source, what is wrong, where, and what to do.
 */
public final class BadSourceException extends RuntimeException {

  private final boolean otherFormat;

  /**
   * Refuses a source.
   *
   * @param source its name, as the user gave it
   * @param problem what is wrong with it, where, and what to do
   */
  public BadSourceException(String source, String problem) {
    super(source + ": " + problem);
    otherFormat = false;
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
    otherFormat = false;
  }

  private BadSourceException(String message, boolean otherFormat) {
    super(message);
    this.otherFormat = otherFormat;
  }

  /**
   * Refuses a source whose publisher has changed its format.
   *
   * @param source its name, as the user gave it
   * @param problem what is wrong with it, where, and what to do
   * @return the exception
   */
  static BadSourceException ofOtherFormat(String source, String problem) {
    return new BadSourceException(source + ": " + problem, true);
  }

  /**
   * Whether the source is of a format that is not known here, such as one without the columns that
   * are needed. Fetching it again does not help then, as it may with a source that is cut off.
   *
   * @return true if it is known to be of another format
   */
  public boolean isOtherFormat() {
    return otherFormat;
  }
}
