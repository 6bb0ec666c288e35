package dev.assay.domain.exoplanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known answers of the relation of Chen & Kipping (2017). */
class MassRadiusRelationTest {

  private final MassRadiusRelation relation = MassRadiusRelation.bundled();

  private PlanetValue massOf(double radiusEarths) {
    return Objects.requireNonNull(
        relation.massEarths(new PlanetValue(radiusEarths, null, null)), "no mass");
  }

  /** The radius at a break, from C of each branch as continuity gives it. */
  @ParameterizedTest
  @CsvSource({
    "1,       1.008",
    "2.04,    1.2298",
    "131.58,  14.311",
    "26644.8, 11.329",
  })
  void radiusEarths_knownMasses_areThoseOfThePaper(double mass, double radius) {
    assertThat(relation.radiusEarths(mass)).isCloseTo(radius, Percentage.withPercentage(0.01));
  }

  /** C of the later branches: .80812, 17.7388, .00142966. */
  @ParameterizedTest
  @CsvSource({
    "10,    0.80812,    0.589",
    "318,   17.7388,    -0.044",
    "50000, 0.00142966, 0.881",
  })
  void radiusEarths_insideABranch_isItsPowerLaw(double mass, double coefficient, double exponent) {
    assertThat(relation.radiusEarths(mass))
        .isCloseTo(coefficient * Math.pow(mass, exponent), Percentage.withPercentage(0.01));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.972", "1.2, 1.87", "1.5, 2.86", "2, 4.66", "2.5, 6.80", "4, 15.1", "8, 49"})
  void massEarths_knownRadii_areThoseOfThePaper(double radius, double mass) {
    assertThat(massOf(radius).median()).isCloseTo(mass, Percentage.withPercentage(0.5));
  }

  @Test
  void massEarths_terran_hasTheScatterOfTheRelation() {
    PlanetValue mass = massOf(1);

    assertThat(mass.lnAbove()).isCloseTo(0.14, within(0.005));
    assertThat(mass.lnBelow()).isCloseTo(0.14, within(0.005));
  }

  @Test
  void massEarths_neptunian_isNotBelievedBeyondAHalf() {
    assertThat(massOf(3).lnAbove()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void massEarths_errorOfTheRadius_widensTheSideItBelongsTo() {
    PlanetValue mass = Objects.requireNonNull(relation.massEarths(new PlanetValue(1.0, 0.9, 1.3)));

    assertThat(mass.lnBelow())
        .isCloseTo(Math.hypot(0.0403, Math.log(1 / 0.9)) / 0.279, within(1e-9));
    assertThat(mass.lnAbove()).isCloseTo(Math.hypot(0.0403, Math.log(1.3)) / 0.279, within(1e-9));
  }

  /** Jupiter inverts to 87 Earth masses; the truth is 318, so no median may be given. */
  @Test
  void massEarths_jupiter_isAnIntervalThatHoldsTheTruth() {
    PlanetValue mass = massOf(PlanetUnits.JUPITER_RADIUS_EARTHS);

    assertThat(mass.median()).isNull();
    assertThat(mass.low()).isLessThan(87.0);
    assertThat(mass.high()).isGreaterThan(PlanetUnits.JUPITER_MASS_EARTHS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {10.0000001, 10.5, 11.2, 11.33, 12, 13, 14, 14.31, 15})
  void massEarths_aboveTenEarthRadii_isAnIntervalOnly(double radius) {
    PlanetValue mass = massOf(radius);

    assertThat(mass.median()).isNull();
    assertThat(mass.high()).isGreaterThan(Objects.requireNonNull(mass.low()));
  }

  @Test
  void massEarths_tenEarthRadii_isAPoint() {
    assertThat(massOf(10).median()).isCloseTo(71.6, Percentage.withPercentage(0.5));
  }

  /** KELT-9 b has 21 Earth radii: inflated by its star beyond what the relation knows. */
  @ParameterizedTest
  @ValueSource(doubles = {15.5, 21.2, 100})
  void massEarths_inflated_isNotKnown(double radius) {
    assertThat(relation.massEarths(new PlanetValue(radius, null, null))).isNull();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void radiusEarths_noMass_isRefused(double mass) {
    assertThatThrownBy(() -> relation.radiusEarths(mass))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void massEarths_noRadius_isRefused() {
    PlanetValue interval = new PlanetValue(null, 1.0, 2.0);

    assertThatThrownBy(() -> relation.massEarths(interval))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
