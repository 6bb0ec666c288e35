package dev.assay.http;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Doubling pauses with jitter: between half and all of {@code firstDelay * 2^(retry - 1)}, so that
 * clients that failed together do not come back together.
 *
 * <p>Failsafe's own jitter is not used: it would shorten a pause the source asked for.
 *
 * @param retries first and longest pause
 * @param random numbers from 0 to below 1
 */
record Backoff(HttpSettings.Retries retries, DoubleSupplier random) implements RetryDelays {

  /** More doublings than that exceed any longest delay; bounded so that the shift is. */
  private static final int MOST_DOUBLINGS = 30;

  @Override
  public Duration before(int retry, Duration asked) {
    long doubled = retries.firstDelay().toMillis() << Math.min(retry - 1, MOST_DOUBLINGS);
    long full = Math.min(doubled, retries.longestDelay().toMillis());
    Duration pause = Duration.ofMillis(Math.round(full * (1 + random.getAsDouble()) / 2));
    return pause.compareTo(asked) > 0 ? pause : asked;
  }
}
