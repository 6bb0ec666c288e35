package dev.assay.http;

import dev.assay.http.HttpSettings.Limits;
import dev.assay.http.HttpSettings.Retries;
import dev.assay.http.HttpSettings.Timeouts;
import dev.assay.http.HttpSettings.UserAgent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A downloader for tests: small limits, no real pauses, a clock that stands still. */
final class HttpFixture {

  static final UserAgent AGENT = new UserAgent("Assay", "1.2.3", "mailto:owner@example.org");
  static final Instant NOW = Instant.parse("2026-09-30T10:15:30Z");
  static final int LONGEST_BODY = 4_000_000;

  /** Long enough for this machine, so that only a test of a timeout sees one; not for ever. */
  private static final Duration AMPLE = Duration.ofSeconds(20);

  private static final Timeouts PATIENT = new Timeouts(AMPLE, AMPLE, AMPLE, AMPLE, AMPLE);

  private static final Retries RETRIES =
      new Retries(4, Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(300));

  /** The pauses computed, one after each failed attempt; the one after the last is not made. */
  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  private Timeouts timeouts = PATIENT;
  private LongSupplier nanoTime = System::nanoTime;

  HttpFixture timeouts(Timeouts chosen) {
    timeouts = chosen;
    return this;
  }

  HttpFixture nanoTime(LongSupplier chosen) {
    nanoTime = chosen;
    return this;
  }

  HttpDownloader downloader() {
    RetryDelays unjittered = new Backoff(RETRIES, () -> 1);
    RetryDelays recorded =
        (retry, asked) -> {
          pauses.add(unjittered.before(retry, asked));
          return Duration.ZERO;
        };
    return downloaderWith(recorded);
  }

  HttpDownloader downloaderPausing(Supplier<Duration> pause) {
    return downloaderWith((retry, asked) -> pause.get());
  }

  private HttpDownloader downloaderWith(RetryDelays delays) {
    return new HttpDownloader(
        new HttpSettings(AGENT, timeouts, RETRIES, new Limits(LONGEST_BODY, 5)),
        new Environment(Clock.fixed(NOW, ZoneOffset.UTC), nanoTime, HostResolver.SYSTEM, delays));
  }

  static Timeouts headersWithin(Duration limit) {
    return new Timeouts(AMPLE, limit, AMPLE, AMPLE, AMPLE);
  }

  static Timeouts idleAtMost(Duration limit) {
    return new Timeouts(AMPLE, AMPLE, limit, AMPLE, AMPLE);
  }

  static Timeouts turnWithin(Duration limit) {
    return new Timeouts(AMPLE, AMPLE, AMPLE, AMPLE, limit);
  }
}
