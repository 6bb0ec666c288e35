package dev.assay.ports;

/**
 * Trouble with the outside world: a disk, a network, a service.
 *
 * <p>The message is one line for the person who runs Assay: what failed, where, and what to do.
 */
public class PortException extends RuntimeException {

  /** What a caller can do about a failure. */
  public enum Kind {
    /** Likely to pass: the same call may succeed later, so it may be repeated within bounds. */
    TRANSIENT,
    /** Repeating the call cannot help. */
    PERMANENT
  }

  private final Kind kind;

  private PortException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  private PortException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /**
   * A failure that is likely to pass.
   *
   * @param message what failed and where
   * @return the exception
   */
  public static PortException temporary(String message) {
    return new PortException(Kind.TRANSIENT, message);
  }

  /**
   * A failure that is likely to pass.
   *
   * @param message what failed and where
   * @param cause what the library below reported
   * @return the exception
   */
  public static PortException temporary(String message, Throwable cause) {
    return new PortException(Kind.TRANSIENT, message, cause);
  }

  /**
   * A failure that repeating cannot mend.
   *
   * @param message what failed, where, and what to do
   * @return the exception
   */
  public static PortException permanent(String message) {
    return new PortException(Kind.PERMANENT, message);
  }

  /**
   * A failure that repeating cannot mend.
   *
   * @param message what failed, where, and what to do
   * @param cause what the library below reported
   * @return the exception
   */
  public static PortException permanent(String message, Throwable cause) {
    return new PortException(Kind.PERMANENT, message, cause);
  }

  /**
   * What a caller can do about it.
   *
   * @return the kind of failure
   */
  public Kind kind() {
    return kind;
  }
}
