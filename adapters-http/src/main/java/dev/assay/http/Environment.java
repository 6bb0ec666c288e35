package dev.assay.http;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * What the downloader takes from its surroundings.
 *
 * @param clock the time of day, for a Retry-After that names a date
 * @param nanoTime a clock that only runs forward, for time limits
 * @param resolver finds the addresses of a host
 * @param delays the pauses between requests
 */
record Environment(Clock clock, LongSupplier nanoTime, HostResolver resolver, RetryDelays delays) {

  static Environment ofProcess(HttpSettings.Retries retries) {
    return new Environment(
        Clock.systemUTC(),
        System::nanoTime,
        HostResolver.SYSTEM,
        new Backoff(retries, () -> ThreadLocalRandom.current().nextDouble()));
  }
}
