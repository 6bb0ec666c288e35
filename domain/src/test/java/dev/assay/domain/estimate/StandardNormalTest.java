package dev.assay.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {

  private static final NormalDistribution ORACLE = new NormalDistribution();

  @Property
  void cumulative_anyZ_agreesWithCommonsMath(
      @ForAll @DoubleRange(min = -40, max = 40) @Scale(9) double z) {
    assertThat(StandardNormal.cumulative(z))
        .isCloseTo(ORACLE.cumulativeProbability(z), within(1e-15));
    assertThat(StandardNormal.density(z)).isCloseTo(ORACLE.density(z), within(1e-15));
  }

  /** In the tail the algorithm keeps eight digits: at worst 8.7e-9 of the value, near z = -8. */
  @Property
  void cumulative_lowerTail_isPreciseRelativeToItself(
      @ForAll @DoubleRange(min = -12, max = 0) @Scale(9) double z) {
    assertThat(StandardNormal.cumulative(z))
        .isCloseTo(ORACLE.cumulativeProbability(z), Percentage.withPercentage(2e-6));
  }

  @Property
  void cumulative_greaterZ_isNoSmaller(
      @ForAll @DoubleRange(min = -40, max = 40) @Scale(9) double first,
      @ForAll @DoubleRange(min = -40, max = 40) @Scale(9) double second) {
    assertThat(StandardNormal.cumulative(Math.max(first, second)))
        .isGreaterThanOrEqualTo(StandardNormal.cumulative(Math.min(first, second)) - 1e-16);
  }

  /** Abramowitz and Stegun (1964), Table 26.1. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.841344746068543",
    "-1, 0.158655253931457",
    "2, 0.977249868051821",
    "3, 0.998650101968370",
    "-Infinity, 0",
    "Infinity, 1",
  })
  void cumulative_tabulatedValues_areReproduced(double z, double expected) {
    assertThat(StandardNormal.cumulative(z)).isCloseTo(expected, within(1e-15));
  }
}
