package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-09-30T10:15:30Z");

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "' 7 ', 7",
    "0, 0",
    "999999999, 999999999",
    "1000000000, 1000000000",
    "99999999999999999999999, 1000000000",
    "'Wed, 30 Sep 2026 10:15:31 GMT', 1",
    "'Wed, 30 Sep 2026 11:15:30 GMT', 3600",
    "'Wed, 30 Sep 2026 10:15:29 GMT', 0",
  })
  void parse_secondsOrDate_givesThePause(String header, long seconds) {
    assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1.5", "\u0661\u0662", "Thu, 30 Sep 2026 11:15:30 GMT"})
  void parse_unreadable_givesNone(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isZero();
  }

  @Test
  void parse_absent_givesNone() {
    assertThat(RetryAfter.parse(null, NOW)).isZero();
  }
}
