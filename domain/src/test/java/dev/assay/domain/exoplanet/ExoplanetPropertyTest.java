package dev.assay.domain.exoplanet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;

/** What must hold of every planet. */
class ExoplanetPropertyTest {

  private static final double NEPTUNIAN = 2.04;
  private static final double JOVIAN = 131.58;
  private static final double STELLAR = 26_644.8;
  private static final Percentage EXACTLY = Percentage.withPercentage(1e-9);

  private final MassRadiusRelation relation = MassRadiusRelation.bundled();
  private final PlanetEstimator estimator = PlanetEstimator.bundled();

  private static PlanetValue exactly(double value) {
    return new PlanetValue(value, null, null);
  }

  private PlanetValue massOf(double radius) {
    return Objects.requireNonNull(relation.massEarths(exactly(radius)), "no mass");
  }

  @Example
  void radiusEarths_isContinuousAtTheBreaks() {
    for (double mass : new double[] {NEPTUNIAN, JOVIAN, STELLAR}) {
      double below = relation.radiusEarths(Math.nextDown(mass));
      assertThat(relation.radiusEarths(mass)).isCloseTo(below, within(1e-9));
    }
  }

  @Property
  void massEarths_ofTheRadiusOfATerranMass_isThatMass(
      @ForAll @DoubleRange(min = 0.01, max = NEPTUNIAN) double mass) {
    assertThat(massOf(relation.radiusEarths(mass)).median()).isCloseTo(mass, EXACTLY);
  }

  /** Up to 10 Earth radii, which is 71 Earth masses. */
  @Property
  void massEarths_ofTheRadiusOfANeptunianMass_isThatMass(
      @ForAll @DoubleRange(min = NEPTUNIAN, max = 71) double mass) {
    assertThat(massOf(relation.radiusEarths(mass)).median()).isCloseTo(mass, EXACTLY);
  }

  @Property
  void massEarths_ofTheRadiusOfAnyGiant_isAnIntervalThatHoldsTheMass(
      @ForAll @DoubleRange(min = 72, max = 9_500) double mass) {
    PlanetValue found = massOf(relation.radiusEarths(mass));

    assertThat(found.median()).isNull();
    assertThat(mass)
        .isBetween(Objects.requireNonNull(found.low()), Objects.requireNonNull(found.high()));
  }

  @Property
  void radiusEarths_growsWithMass_butForGiants(
      @ForAll @DoubleRange(min = 0.01, max = 100) double mass,
      @ForAll @DoubleRange(min = 1.01, max = 1.2) double factor) {
    assertThat(relation.radiusEarths(mass * factor)).isGreaterThan(relation.radiusEarths(mass));
    double giant = JOVIAN * (1 + mass);
    assertThat(relation.radiusEarths(giant * factor)).isLessThan(relation.radiusEarths(giant));
  }

  @Property
  void units_thereAndBack_areTheSame(@ForAll @DoubleRange(min = 0.01, max = 1e6) double value) {
    assertThat(PlanetUnits.earthMasses(PlanetUnits.jupiterMasses(value))).isCloseTo(value, EXACTLY);
    assertThat(PlanetUnits.earthRadii(PlanetUnits.jupiterRadii(value))).isCloseTo(value, EXACTLY);
  }

  @Provide
  Arbitrary<PublishedValue> published() {
    Arbitrary<Double> value = Arbitraries.doubles().between(1e-5, 1e5).ofScale(6);
    Arbitrary<Double> error = Arbitraries.doubles().between(0, 1e6).injectNull(0.3);
    return Combinators.combine(value, error, error, Arbitraries.of(PublishedValue.Limit.class))
        .as((v, plus, minus, limit) -> new PublishedValue(Math.max(v, 1e-5), plus, minus, limit));
  }

  @Provide
  Arbitrary<Planet> planets() {
    return Combinators.combine(
            published().injectNull(0.3),
            published().injectNull(0.3),
            Arbitraries.of("Mass", "Msini", "Msin(i)/sin(i)", "M-R relationship", "Msini ", "?", "")
                .injectNull(0.2))
        .as((radius, mass, provenance) -> Planets.planet(radius, mass, provenance));
  }

  /** PlanetValue itself refuses what is not positive and in order. */
  @Property
  void estimator_anyPlanet_neverThrowsAndKeepsItsOrder(@ForAll("planets") Planet planet) {
    PlanetMass mass = estimator.mass(planet);
    PlanetValue density = estimator.densityKgPerM3(planet);

    if (density != null) {
      assertThat(mass).isNotNull();
      assertThat(Objects.requireNonNull(mass).isMeasured()).isTrue();
    }
    if (planet.massEarths() == null && planet.radiusEarths() == null) {
      assertThat(mass).isNull();
    }
  }

  @Property
  void estimator_bound_isNeverTheMass(
      @ForAll @DoubleRange(min = 0.1, max = 5000) double bound,
      @ForAll PublishedValue.Limit limit) {
    Planet planet = Planets.planet(null, new PublishedValue(bound, null, null, limit), "Mass");

    assertThat(estimator.mass(planet) == null).isEqualTo(limit != PublishedValue.Limit.NONE);
  }

  @Property
  void density_scales_withMassAndTheCubeOfTheRadius(
      @ForAll @DoubleRange(min = 0.1, max = 5000) double mass,
      @ForAll @DoubleRange(min = 0.3, max = 20) double radius) {
    double density = density(mass, radius);

    assertThat(density(2 * mass, radius)).isCloseTo(2 * density, EXACTLY);
    assertThat(density(mass, 2 * radius)).isCloseTo(density / 8, EXACTLY);
    assertThat(density(1, 1)).isCloseTo(5514, EXACTLY);
  }

  private double density(double mass, double radius) {
    PlanetValue density =
        estimator.densityKgPerM3(
            Planets.planet(Planets.measured(radius, 0.01), Planets.measured(mass, 0.1), "Mass"));
    return Objects.requireNonNull(Objects.requireNonNull(density).median());
  }
}
