package dev.assay.aws;

import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * How long to wait between attempts: twice as long each time up to a limit, and a random part of
 * that ("full jitter"), so that many who were turned away together do not come back together.
 *
 * @param attempts how often to try in all, 1 or more
 * @param first the longest pause after the first attempt
 * @param longest the longest pause of all
 * @param sleeper pauses
 * @param jitter numbers from 0 to below 1
 */
public record Backoff(
    int attempts, Duration first, Duration longest, Sleeper sleeper, DoubleSupplier jitter) {

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
   * Ten attempts within about 20 seconds: longer than a table needs to adapt to more traffic,
   * shorter than a function may wait.
   *
   * @return the settings for AWS
   */
  public static Backoff standard() {
    return sleeping(10, Duration.ofSeconds(5));
  }

  /**
   * Three attempts within a second, for somebody who waits.
   *
   * @return the settings for questions
   */
  public static Backoff brief() {
    return sleeping(3, Duration.ofSeconds(1));
  }

  private static Backoff sleeping(int attempts, Duration longest) {
    return new Backoff(
        attempts,
        Duration.ofMillis(50),
        longest,
        duration -> Thread.sleep(duration.toMillis()),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * Waits after an attempt that failed.
   *
   * @param attempt which one, from 1
   * @throws PortException transient if the thread is interrupted; it stays marked as such
   */
  void pause(int attempt) {
    int doublings = Math.min(attempt - 1, 30);
    double most =
        Math.min((double) first.toNanos() * (1L << doublings), (double) longest.toNanos());
    sleep(Duration.ofNanos((long) (most * jitter.getAsDouble())));
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
