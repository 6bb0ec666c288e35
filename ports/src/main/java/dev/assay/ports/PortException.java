package dev.assay.ports;

import org.jspecify.annotations.Nullable;

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

  /** What is known besides. */
  private enum Mark {
    NONE,
    BUSY,
    WRONG_INPUT
  }

  private final Kind kind;
  private final Mark mark;

  private PortException(Kind kind, Mark mark, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.mark = mark;
  }

  /**
   * A failure that is likely to pass.
   *
   * @param message what failed and where
   * @return the exception
   */
  public static PortException temporary(String message) {
    return new PortException(Kind.TRANSIENT, Mark.NONE, message, null);
  }

  /**
   * A failure that is likely to pass.
   *
   * @param message what failed and where
   * @param cause what the library below reported
   * @return the exception
   */
  public static PortException temporary(String message, Throwable cause) {
    return new PortException(Kind.TRANSIENT, Mark.NONE, message, cause);
  }

  /**
   * A transient failure for want of capacity or time only: nothing was wrong with what was asked.
   *
   * @param message what failed and where
   * @return the exception
   */
  public static PortException busy(String message) {
    return new PortException(Kind.TRANSIENT, Mark.BUSY, message, null);
  }

  /**
   * A transient failure for want of capacity or time only: nothing was wrong with what was asked.
   *
   * @param message what failed and where
   * @param cause what the library below reported
   * @return the exception
   */
  public static PortException busy(String message, Throwable cause) {
    return new PortException(Kind.TRANSIENT, Mark.BUSY, message, cause);
  }

  /**
   * A failure that repeating cannot mend.
   *
   * @param message what failed, where, and what to do
   * @return the exception
   */
  public static PortException permanent(String message) {
    return new PortException(Kind.PERMANENT, Mark.NONE, message, null);
  }

  /**
   * A failure that repeating cannot mend.
   *
   * @param message what failed, where, and what to do
   * @param cause what the library below reported
   * @return the exception
   */
  public static PortException permanent(String message, Throwable cause) {
    return new PortException(Kind.PERMANENT, Mark.NONE, message, cause);
  }

  /**
   * A permanent failure because what was asked for is not allowed: it was refused before anybody
   * outside was asked for it.
   *
   * @param message what is not allowed, and what to do
   * @return the exception
   */
  public static PortException wrongInput(String message) {
    return new PortException(Kind.PERMANENT, Mark.WRONG_INPUT, message, null);
  }

  /**
   * What a caller can do about it.
   *
   * @return the kind of failure
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Whether only capacity or time was wanting, so that the failure says nothing about what was
   * asked.
   *
   * @return true for some transient failures
   */
  public boolean isBusy() {
    return mark == Mark.BUSY;
  }

  /**
   * Whether what was asked for is not allowed, so that the failure says nothing about what the
   * outside world can give.
   *
   * @return true for some permanent failures
   */
  public boolean isWrongInput() {
    return mark == Mark.WRONG_INPUT;
  }
}
