package dev.assay.application.step;

import dev.assay.ports.PortException;

/**
 * A remote source cannot be had now, nor is a copy of it held. A step that can do without catches
 * it.
 */
final class SourceUnavailableException extends RuntimeException {

  SourceUnavailableException(String reason) {
    super(reason);
  }

  SourceUnavailableException(PortException cause) {
    super(cause.getMessage(), cause);
  }

  /** Why, in one line. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
