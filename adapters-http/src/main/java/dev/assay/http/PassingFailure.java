package dev.assay.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One request failed for a reason that may pass: worth repeating. */
final class PassingFailure extends RuntimeException {

  private final Duration askedWait;

  PassingFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.askedWait = Duration.ZERO;
  }

  PassingFailure(String message, Duration askedWait) {
    super(message);
    this.askedWait = askedWait;
  }

  /** The pause the source asked for before the next request; zero if it named none. */
  static Duration askedWait(@Nullable Throwable failure) {
    return failure instanceof PassingFailure passing ? passing.askedWait : Duration.ZERO;
  }
}
