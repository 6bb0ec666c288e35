package dev.assay.domain.asterank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.body.OrbitalElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsterankScoreTest {

  @ParameterizedTest
  @CsvSource({"49.9, false", "50.1, true"})
  void closeness_aphelionBeyondFiftyAu_isMinusOne(double aphelion, boolean beyond) {
    double closeness = AsterankScore.closeness(OrbitalElements.of(aphelion, 0, 5), 9);

    assertThat(closeness == -1).isEqualTo(beyond);
  }

  @Test
  void closeness_hyperbola_isMinusOne() {
    OrbitalElements hyperbola = OrbitalElements.ofPerihelion(0.256, 1.2, 122.7);

    assertThat(AsterankScore.closeness(hyperbola, 12)).isEqualTo(-1);
  }

  @Test
  void closeness_extremes_liveWithinItsBounds() {
    assertThat(AsterankScore.closeness(OrbitalElements.of(49, 0, 180), 1000))
        .isCloseTo(51 * 51, within(1e-6));
    assertThat(AsterankScore.closeness(OrbitalElements.of(1, 0, 0), 3.7238))
        .isBetween(8000.0, 8200.0);
  }

  @Test
  void profit_defaultDeltaV_isNeitherRaisedNorCut() {
    assertThat(AsterankScore.profit(12e9, 3417.5490736698116, 12)).isCloseTo(1e9, within(1e-3));
    assertThat(AsterankScore.profit(12e9, 3417.5490736698116, 6)).isCloseTo(2e9, within(1e-3));
  }

  @Test
  void profit_nothingFarAway_isZeroWithoutASign() {
    assertThat(Double.doubleToRawLongBits(AsterankScore.profit(0, -1, 9))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "100, 1000, 14.67", // (2200 - 733) * 1000 * 1e-5
    "0, 1000, -7.33",
    "98.5, 1e15, 1.434e13" // (2167 - 733) * 1e15 * 1e-5
  })
  void saved_deductsAThirdOfTheLaunchCost(double percent, double kilograms, double usd) {
    assertThat(AsterankScore.saved(percent, kilograms) / usd).isCloseTo(1, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5000, 0",
    "4.9e7, 5000, 9.8e-5",
    "5.1e7, 5000, 250.000102",
    "1e10, 5000, 250.02",
    "1e15, 5000, 250.02",
    "-1, -1, -2e-12"
  })
  void score_price_countsAtMostTwoHundredths(double price, double closeness, double expected) {
    assertThat(AsterankScore.score(price, closeness)).isCloseTo(expected, within(1e-12));
  }
}
