package dev.assay.domain.exoplanet;

import static dev.assay.domain.exoplanet.Planets.listed;
import static dev.assay.domain.exoplanet.Planets.measured;
import static dev.assay.domain.exoplanet.Planets.planet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.exoplanet.PublishedValue.Limit;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which mass is taken, and what follows. */
class PlanetEstimatorTest {

  private static final int DRAWS = 200_000;

  private final PlanetEstimator estimator = PlanetEstimator.bundled();

  private PlanetMass mass(Planet planet) {
    return Objects.requireNonNull(estimator.mass(planet), "no mass");
  }

  private static double known(@Nullable Double value) {
    return Objects.requireNonNull(value);
  }

  @ParameterizedTest
  @CsvSource({
    "Mass,             MASS",
    "Msin(i)/sin(i),   INCLINATION",
    "Msini,            MINIMUM_MASS",
    "M-R relationship, LISTED_RELATION",
    ",                 LISTED",
    "Something new,    LISTED",
    "' mass ',         MASS",
    "MSINI,            MINIMUM_MASS"
  })
  void mass_listedWithoutARadius_goesByItsProvenance(
      @Nullable String provenance, PlanetMassSource source) {
    assertThat(mass(planet(null, measured(100, 10), provenance)).source()).isEqualTo(source);
  }

  @Test
  void mass_measured_isTakenAsItIs() {
    PlanetMass mass = mass(planet(measured(1.47, 0.03), measured(3.33, 0.49), "Mass"));

    assertThat(mass.earths()).isEqualTo(new PlanetValue(3.33, 3.33 - 0.49, 3.33 + 0.49));
    assertThat(mass.isMeasured()).isTrue();
  }

  @Test
  void mass_minimumMass_isTheMedianOfAllInclinations() {
    PlanetMass mass = mass(planet(null, listed(146.2), "Msini"));

    assertThat(mass.earths().median()).isCloseTo(146.2 * 1.1547, within(0.01));
    assertThat(mass.earths().low()).isGreaterThanOrEqualTo(146.2);
    assertThat(mass.isMeasured()).isFalse();
  }

  /** A minimum mass is better than a radius that has to be translated. */
  @Test
  void mass_minimumMassAndRadius_isNotTakenFromTheRadius() {
    assertThat(mass(planet(measured(2, 0.1), listed(5), "Msini")).source())
        .isEqualTo(PlanetMassSource.MINIMUM_MASS);
  }

  @Test
  void mass_minimumMass_agreesWithDraws() {
    RandomGenerator random = new Well19937c(51);
    double[] draws = new double[DRAWS];
    for (int i = 0; i < DRAWS; i++) {
      double cosine = random.nextDouble();
      double minimum = 20 * Math.exp(0.05 * random.nextGaussian());
      draws[i] = minimum / Math.sqrt(1 - cosine * cosine);
    }
    Arrays.sort(draws);

    PlanetValue mass = mass(planet(null, measured(20, 1), "Msini")).earths();

    // The ends are added in quadrature, which is good to 3 % for a tilt that is not log-normal.
    assertThat(known(mass.median())).isCloseTo(draws[DRAWS / 2], Percentage.withPercentage(3));
    assertThat(known(mass.low()))
        .isCloseTo(draws[(int) (0.1587 * DRAWS)], Percentage.withPercentage(3));
    assertThat(known(mass.high()))
        .isCloseTo(draws[(int) (0.8413 * DRAWS)], Percentage.withPercentage(3));
  }

  /** Kepler-186 f: the archive's 1.71 is its own estimate. */
  @Test
  void mass_listedFromARelation_isReplacedByOurOwn() {
    PlanetMass mass = mass(planet(measured(1.17, 0.08), listed(1.71), "M-R relationship"));

    assertThat(mass.source()).isEqualTo(PlanetMassSource.RADIUS);
    assertThat(known(mass.earths().median())).isCloseTo(1.706, within(0.01));
  }

  /** Kepler-22 b: an upper limit of 9.1 says nothing about what it is. */
  @ParameterizedTest
  @EnumSource(
      value = Limit.class,
      names = {"UPPER", "LOWER"})
  void mass_bound_isIgnored(Limit limit) {
    PublishedValue bound = new PublishedValue(9.1, null, null, limit);

    assertThat(mass(planet(measured(2.1, 0.12), bound, "Mass")).source())
        .isEqualTo(PlanetMassSource.RADIUS);
    assertThat(estimator.mass(planet(null, bound, "Mass"))).isNull();
  }

  @Test
  void mass_boundOfTheRadius_isIgnored() {
    assertThat(estimator.mass(planet(new PublishedValue(2, null, null, Limit.UPPER), null, null)))
        .isNull();
  }

  @Test
  void mass_giant_isAnInterval() {
    PlanetMass mass = mass(planet(measured(11.2, 0.2), null, null));

    assertThat(mass.source()).isEqualTo(PlanetMassSource.RADIUS_INTERVAL);
    assertThat(mass.earths().median()).isNull();
  }

  @Test
  void mass_nothingKnown_isNull() {
    assertThat(estimator.mass(planet(null, null, "Mass"))).isNull();
  }

  @Test
  void mass_absurd_isNull() {
    assertThat(estimator.mass(planet(null, listed(1e300), "Mass"))).isNull();
    assertThat(estimator.mass(planet(null, listed(Double.NaN), "Mass"))).isNull();
    assertThat(estimator.mass(planet(listed(-1), null, null))).isNull();
  }

  /** Earth, Jupiter with its equatorial radius, and 55 Cnc e (Bourrier et al. 2018: 6.66 g/cm3). */
  @ParameterizedTest
  @CsvSource({"1, 1, 5514", "317.83, 11.209, 1244", "7.99, 1.875, 6680"})
  void density_massAndRadiusMeasured_isKnown(double mass, double radius, double density) {
    PlanetValue found =
        estimator.densityKgPerM3(planet(measured(radius, 0.01), measured(mass, 0.1), "Mass"));

    assertThat(known(Objects.requireNonNull(found).median()))
        .isCloseTo(density, Percentage.withPercentage(0.1));
  }

  @Test
  void density_interval_takesMassAndThreeTimesTheRadius() {
    PlanetValue density =
        Objects.requireNonNull(
            estimator.densityKgPerM3(planet(measured(2, 0.1), measured(8, 0.8), "Mass")));

    assertThat(known(density.low()) / known(density.median()))
        .isCloseTo(Math.exp(-Math.hypot(Math.log(8 / 7.2), 3 * Math.log(2.1 / 2))), within(1e-9));
    assertThat(known(density.high()) / known(density.median()))
        .isCloseTo(Math.exp(Math.hypot(Math.log(8.8 / 8), 3 * Math.log(2 / 1.9))), within(1e-9));
  }

  @Test
  void density_massWithoutError_hasNoInterval() {
    PlanetValue density =
        Objects.requireNonNull(
            estimator.densityKgPerM3(planet(measured(2, 0.1), listed(8), "Mass")));

    assertThat(density.median()).isNotNull();
    assertThat(density.low()).isNull();
  }

  @Test
  void density_oneNotMeasured_isNotStated() {
    assertThat(estimator.densityKgPerM3(planet(measured(2, 0.1), listed(5), "Msini"))).isNull();
    assertThat(estimator.densityKgPerM3(planet(measured(2, 0.1), null, null))).isNull();
    assertThat(estimator.densityKgPerM3(planet(listed(12.2), measured(5, 1), "Mass"))).isNull();
    assertThat(estimator.densityKgPerM3(planet(null, measured(5, 1), "Mass"))).isNull();
  }
}
