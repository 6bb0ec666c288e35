package dev.assay.application.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryRuleTest {

  private static final double ALMOST_ONE = Math.nextDown(1.0);
  private static final RetryRule RULE = rule(5, Duration.ofSeconds(1), 2);

  private static RetryRule rule(int attempts, Duration first, double rate) {
    return new RetryRule(FailureKind.TRANSIENT, attempts, first, rate, Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({"1, 999", "2, 1999", "3, 3999", "4, 4999", "5, 4999", "2000, 4999"})
  void delayAfter_leastJitter_growsUpToTheLongest(int attempt, long millis) {
    assertThat(RULE.delayAfter(attempt, ALMOST_ONE)).hasMillis(millis);
  }

  @Test
  void delayAfter_mostJitter_isNone() {
    assertThat(RULE.delayAfter(3, 0)).isZero();
  }

  @Property
  void delayAfter_anyAttempt_liesBetweenZeroAndTheUnshortenedDelay(
      @ForAll @IntRange(min = 1, max = 5000) int attempt,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
    Duration delay = RULE.delayAfter(attempt, random);

    assertThat(delay).isBetween(Duration.ZERO, RULE.delayAfter(attempt, ALMOST_ONE));
    assertThat(delay).isLessThanOrEqualTo(RULE.longestDelay());
    assertThat(delay).isLessThanOrEqualTo(RULE.delayAfter(attempt + 1, random));
  }

  @Test
  void delayAfter_noFirstDelay_isNone() {
    assertThat(rule(2, Duration.ZERO, 1e300).delayAfter(5000, ALMOST_ONE)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 2", "0, 1, 2", "2, -1, 2", "2, 1, 0.9", "2, 1, NaN"})
  void rule_thatCannotWork_isRefused(int attempts, long seconds, double rate) {
    assertThatThrownBy(() -> rule(attempts, Duration.ofSeconds(seconds), rate))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a retry rule");
  }
}
