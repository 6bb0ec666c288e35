package dev.assay.lambda;

/** An event or a setting that a function cannot work with. The message is one line. */
final class BadEventException extends RuntimeException {
  BadEventException(String message) {
    super(message);
  }

  BadEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
