package dev.assay.application.workflow;

import java.time.Duration;

/**
 * When and how often a step is repeated: after delays that grow by a factor, each shortened at
 * random ("full jitter") so that many do not return at once.
 *
 * @param on the kind of failure it is for
 * @param maxAttempts how often the step is tried in all, 2 or more
 * @param firstDelay the longest wait before the second attempt
 * @param backoffRate factor from one delay to the next, 1 or more
 * @param longestDelay the most that a delay grows to
 */
public record RetryRule(
    FailureKind on,
    int maxAttempts,
    Duration firstDelay,
    double backoffRate,
    Duration longestDelay) {

  public RetryRule {
    if (maxAttempts < 2 || !(backoffRate >= 1) || firstDelay.isNegative()) {
      throw new IllegalArgumentException(
          "not a retry rule: " + maxAttempts + " attempts, rate " + backoffRate);
    }
  }

  /**
   * The wait after a failed attempt.
   *
   * @param attempt the attempt that failed, from 1
   * @param random from 0 to below 1
   * @return 0 up to the delay of this attempt
   */
  public Duration delayAfter(int attempt, double random) {
    double grown = (double) firstDelay.toMillis() * Math.pow(backoffRate, attempt - 1);
    double millis = Math.min(grown, (double) longestDelay.toMillis());
    return Duration.ofMillis((long) (millis * random));
  }
}
