package dev.assay.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the Retry-After header (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

  private static final Pattern SECONDS = Pattern.compile("[0-9]+");
  private static final int DIGITS_READ = 9;

  private RetryAfter() {}

  /** The pause asked for; zero if there is no header, it is unreadable, or the date is past. */
  static Duration parse(@Nullable String header, Instant now) {
    if (header == null) {
      return Duration.ZERO;
    }
    String value = header.strip();
    return SECONDS.matcher(value).matches() ? seconds(value) : until(value, now);
  }

  private static Duration seconds(String digits) {
    // Ten digits are over 30 years: beyond any limit, whatever they are exactly.
    return Duration.ofSeconds(
        digits.length() > DIGITS_READ ? 1_000_000_000L : Long.parseLong(digits));
  }

  private static Duration until(String date, Instant now) {
    try {
      Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }
}
