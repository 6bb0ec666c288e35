package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the error function of commons-math3, which sums a series to its last digit. */
class NormalTableTest {

  @Property(tries = 2000)
  void cumulativeAndDensity_withinTheTable_areThoseOfTheNormalDistribution(
      @ForAll @DoubleRange(min = -7.9999, max = 7.9999) @Scale(4) double z) {
    int node = NormalTable.nearest(z);
    double distance = z - NormalTable.z(node);

    assertThat(NormalTable.cumulative(node, distance))
        .isCloseTo(0.5 * Erf.erfc(-z / Math.sqrt(2)), within(1e-15));
    assertThat(NormalTable.density(node, distance))
        .isCloseTo(Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI), within(1e-9));
  }

  /** Abramowitz and Stegun (1964), Table 26.1. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.841344746068543",
    "-1, 0.158655253931457",
    "2, 0.977249868051821",
    "3, 0.998650101968370",
    "9, 1",
    "-Infinity, 0",
    "Infinity, 1",
  })
  void cumulative_tabulatedValues_areReproduced(double z, double expected) {
    assertThat(NormalTable.cumulative(z)).isCloseTo(expected, within(1e-15));
  }

  @Test
  void nearest_betweenTwoNodes_isHalfASpacingAway() {
    double z = 1 + 1 / 32.0 - 1e-9;

    assertThat(NormalTable.z(NormalTable.nearest(z))).isEqualTo(1);
    assertThat(NormalTable.z(NormalTable.nearest(z + 2e-9))).isEqualTo(1 + 1 / 16.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-8, 8, 1e300, Double.NEGATIVE_INFINITY, Double.NaN})
  void covers_beyondTheTable_isFalse(double z) {
    assertThat(NormalTable.covers(z)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-7.999999999999999, 0, -0.0, 7.999999999999999})
  void covers_withinTheTable_isTrueAndHasANode(double z) {
    assertThat(NormalTable.covers(z)).isTrue();
    assertThat(NormalTable.z(NormalTable.nearest(z))).isCloseTo(z, within(1 / 32.0));
  }
}
