package dev.assay.aws;

import dev.assay.ports.PortException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * How often a request to DynamoDB is made: the one policy for it, the SDK makes each only once. The
 * pauses between attempts are twice as long each time up to a limit, and a random part of that
 * ("full jitter"), so that many who were turned away together do not come back together. No attempt
 * is begun, and no pause made, that would end after the time that is left.
 *
 * @param attempts how often to try in all, 1 or more
 * @param first the longest pause after the first attempt
 * @param longest the longest pause of all
 * @param sleeper pauses
 * @param jitter numbers from 0 to below 1
 * @param timeLeft how long all attempts may take from now on
 */
public record Backoff(
    int attempts,
    Duration first,
    Duration longest,
    Sleeper sleeper,
    DoubleSupplier jitter,
    Supplier<Duration> timeLeft) {

  /**
   * The longest that one attempt takes. DynamoDB answers within a fraction of a second; a function
   * that has just started on a part of a processor may need several.
   */
  static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(10);

  private static final Duration NO_END = ChronoUnit.FOREVER.getDuration();

  /** Pauses a thread. */
  @FunctionalInterface
  public interface Sleeper {

    /**
     * Waits.
     *
     * @param duration how long
     * @throws InterruptedException if the wait is to be given up
     */
    void sleep(Duration duration) throws InterruptedException;
  }

  public Backoff {
    if (attempts < 1 || first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          attempts + " attempts, pauses from " + first + " to " + longest);
    }
  }

  /**
   * A policy without a deadline.
   *
   * @param attempts how often to try in all, 1 or more
   * @param first the longest pause after the first attempt
   * @param longest the longest pause of all
   * @param sleeper pauses
   * @param jitter numbers from 0 to below 1
   */
  public Backoff(
      int attempts, Duration first, Duration longest, Sleeper sleeper, DoubleSupplier jitter) {
    this(attempts, first, longest, sleeper, jitter, () -> NO_END);
  }

  /**
   * The same with a deadline.
   *
   * @param left how long all attempts may take from now on
   * @return the policy
   */
  public Backoff within(Supplier<Duration> left) {
    return new Backoff(attempts, first, longest, sleeper, jitter, left);
  }

  /**
   * Ten attempts within about 20 seconds: longer than a table needs to adapt to more traffic,
   * shorter than a function may wait.
   *
   * @return the settings for AWS
   */
  public static Backoff standard() {
    return sleeping(10, Duration.ofSeconds(5));
  }

  /**
   * Five attempts within a second, for somebody who waits.
   *
   * @return the settings for questions
   */
  public static Backoff brief() {
    return sleeping(5, Duration.ofSeconds(1));
  }

  private static Backoff sleeping(int attempts, Duration longest) {
    return new Backoff(
        attempts,
        Duration.ofMillis(50),
        longest,
        duration -> Thread.sleep(duration.toMillis()),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /** Whether there is time for an attempt. */
  boolean hasTime() {
    return hasTimeAfter(Duration.ZERO);
  }

  private boolean hasTimeAfter(Duration pause) {
    return timeLeft.get().compareTo(pause.plus(LONGEST_ATTEMPT)) >= 0;
  }

  /**
   * Waits for the next attempt, if there is one.
   *
   * @param attempt the one that failed, from 1
   * @return false, at once, if it was the last or there is no time for another
   * @throws PortException transient if the thread is interrupted; it stays marked as such
   */
  boolean again(int attempt) {
    Duration pause = pauseAfter(attempt);
    if (attempt >= attempts || !hasTimeAfter(pause)) {
      return false;
    }
    sleep(pause);
    return true;
  }

  private Duration pauseAfter(int attempt) {
    int doublings = Math.min(attempt - 1, 30);
    double most =
        Math.min((double) first.toNanos() * (1L << doublings), (double) longest.toNanos());
    return Duration.ofNanos((long) (most * jitter.getAsDouble()));
  }

  /** Waits a fixed time, for what is known to take long. */
  void pauseLong() {
    sleep(longest);
  }

  private void sleep(Duration duration) {
    try {
      sleeper.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortException.temporary("interrupted while waiting to try again", e);
    }
  }
}
