package dev.assay.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.http.HttpSettings.Retries;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

  private static final Retries RETRIES =
      new Retries(20, Duration.ofSeconds(2), Duration.ofSeconds(60), Duration.ofSeconds(300));

  @ParameterizedTest
  @CsvSource({
    "1, 0.0, 0, 1000",
    "1, 0.5, 0, 1500",
    "2, 0.0, 0, 2000",
    "2, 1.0, 0, 4000",
    "6, 1.0, 0, 60000",
    "19, 0.0, 0, 30000",
    "1, 0.0, 7, 7000",
    "6, 1.0, 7, 60000",
  })
  void before_retry_doublesWithinJitterAndNeverBelowWhatIsAsked(
      int retry, double random, long askedSeconds, long expectedMillis) {
    assertThat(new Backoff(RETRIES, () -> random).before(retry, Duration.ofSeconds(askedSeconds)))
        .isEqualTo(Duration.ofMillis(expectedMillis));
  }

  @Property
  void before_anySettings_staysBetweenZeroAndTheLongest(
      @ForAll @IntRange(min = 1, max = 20) int retry,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random,
      @ForAll @IntRange(min = 1, max = 86_400_000) int first,
      @ForAll @IntRange(min = 1, max = 86_400_000) int longest) {
    Retries retries =
        new Retries(20, Duration.ofMillis(first), Duration.ofMillis(longest), Duration.ofDays(1));

    assertThat(new Backoff(retries, () -> random).before(retry, Duration.ZERO))
        .isBetween(Duration.ZERO, Duration.ofMillis(longest));
  }
}
