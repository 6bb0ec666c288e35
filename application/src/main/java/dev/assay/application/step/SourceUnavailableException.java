package dev.assay.application.step;

import dev.assay.ports.PortException;
import org.jspecify.annotations.Nullable;

/**
 * A remote source cannot be had now, nor is a copy of it held. A step that can do without catches
 * it.
 */
final class SourceUnavailableException extends RuntimeException {

  private final boolean brokenOff;

  SourceUnavailableException(String reason) {
    this(reason, null);
  }

  SourceUnavailableException(@Nullable String reason, @Nullable Throwable cause) {
    this(reason, cause, false);
  }

  private SourceUnavailableException(
      @Nullable String reason, @Nullable Throwable cause, boolean brokenOff) {
    super(reason, cause);
    this.brokenOff = brokenOff;
  }

  /** The source answered, but its content did not come to its end. */
  static SourceUnavailableException inContent(PortException cause) {
    boolean brokenOff = cause.kind() == PortException.Kind.TRANSIENT;
    return new SourceUnavailableException(cause.getMessage(), cause, brokenOff);
  }

  /** Whether its content broke off, so that it may come whole if it is asked again. */
  boolean isBrokenOff() {
    return brokenOff;
  }

  /** Why, in one line. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
