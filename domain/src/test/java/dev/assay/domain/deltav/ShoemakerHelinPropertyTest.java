package dev.assay.domain.deltav;

import static dev.assay.domain.deltav.ShoemakerHelinTest.reach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.deltav.RendezvousDeltaV.Branch;
import dev.assay.domain.value.Accessibility;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of SCIENCE.md 8.1, delta-v. */
class ShoemakerHelinPropertyTest {

  private static final double U0 = 7.727 / 29.784;

  /** Rounding of a handful of operations on numbers of order 10. */
  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<Double> anySize() {
    return Arbitraries.oneOf(
        decimals(-308, 308).map(exponent -> Math.pow(10, exponent)),
        decimals(0.1, 40),
        Arbitraries.of(Double.MIN_VALUE, Double.MIN_NORMAL, 1.0, Double.MAX_VALUE));
  }

  @Provide
  Arbitrary<Double> anyEccentricity() {
    return Arbitraries.oneOf(
        decimals(0, 0.999), Arbitraries.of(0.0, Double.MIN_VALUE, Math.nextDown(1.0)));
  }

  @Provide
  Arbitrary<Double> anyInclination() {
    return Arbitraries.oneOf(
        decimals(0, 180), decimals(0, 30), Arbitraries.of(0.0, Double.MIN_VALUE, 90.0, 180.0));
  }

  @Provide
  Arbitrary<Double> outsideEarth() {
    return decimals(1, 100);
  }

  @Provide
  Arbitrary<Double> moderateEccentricity() {
    return decimals(0, 0.95);
  }

  private static Arbitrary<Double> decimals(double low, double high) {
    return Arbitraries.doubles().between(low, high).ofScale(9);
  }

  @Property
  void rendezvous_everyEllipse_isFiniteAndCostsNoLessThanEarthsOwnOrbit(
      @ForAll("anySize") double a,
      @ForAll("anyEccentricity") double e,
      @ForAll("anyInclination") double i) {
    RendezvousDeltaV result = reach(a, e, i);

    assertThat(result.deltaV().kmPerSecond())
        .isFinite()
        .isGreaterThanOrEqualTo(Accessibility.LOWEST_DELTA_V - ROUNDING);
    assertThat(result.rendezvousImpulse()).isNotNegative();
    assertThat(result.launchImpulse()).isGreaterThanOrEqualTo((Math.sqrt(2) - 1) * U0 - ROUNDING);
    assertThat(result.transferYears()).isGreaterThanOrEqualTo(0.5 * Math.pow(0.5, 1.5));
  }

  /** For a below 1 this does not hold (SCIENCE.md 8.1 (3)). */
  @Property
  void rendezvous_moreInclinedOutsideEarthsOrbit_neverCostsLess(
      @ForAll("outsideEarth") double a,
      @ForAll("moderateEccentricity") double e,
      @ForAll("anyInclination") double first,
      @ForAll("anyInclination") double second) {
    double flatter = reach(a, e, Math.min(first, second)).deltaV().kmPerSecond();
    double steeper = reach(a, e, Math.max(first, second)).deltaV().kmPerSecond();

    assertThat(steeper).isGreaterThanOrEqualTo(flatter - ROUNDING);
  }

  @Property
  void rendezvous_acrossPerihelionOfOne_isContinuous(
      @ForAll("moderateEccentricity") double e, @ForAll("anyInclination") double i) {
    double a = 1 / (1 - e);

    // At q = 1 the orbit is tangent to Earth's and the two forms are identical: U_c and U_r swap.
    double apollo = ShoemakerHelin.onBranch(Branch.APOLLO, a, e, i).deltaV().kmPerSecond();
    double amor = ShoemakerHelin.onBranch(Branch.AMOR, a, e, i).deltaV().kmPerSecond();
    assertThat(amor).isCloseTo(apollo, within(1e-9));
    // A step of 1e-9 au to either side; below a = 1 another formula takes over (a jump).
    if (a * (1 - 1e-9) >= 1) {
      double inside = reach(a * (1 - 1e-9), e, i).deltaV().kmPerSecond();
      double outside = reach(a * (1 + 1e-9), e, i).deltaV().kmPerSecond();
      assertThat(outside).isCloseTo(inside, within(1e-6));
    }
  }

  @Property
  void rendezvous_anyEllipse_agreesWithTheFormulaeAsPublished(
      @ForAll("sizesOfTheInnerSystem") double a,
      @ForAll("moderateEccentricity") double e,
      @ForAll("anyInclination") double i) {
    double published = asPublished(a, e, i);

    // The published radicands lose half of their digits where they cancel: sqrt(1e-15) * 30.
    assertThat(reach(a, e, i).deltaV().kmPerSecond()).isCloseTo(published, within(5e-6));
  }

  @Provide
  Arbitrary<Double> sizesOfTheInnerSystem() {
    return decimals(0.3, 6);
  }

  /** Shoemaker and Helin (1978) as Benner's page prints them, negative rounding cut off. */
  private static double asPublished(double a, double e, double inclinationDeg) {
    double q = a * (1 - e);
    double aphelion = a * (1 + e);
    double cos = Math.cos(Math.toRadians(inclinationDeg) / 2);
    double cosOfTarget = a >= 1 && q > 1 ? 1 : cos;
    double cosOfTransfer = a >= 1 && q > 1 ? cos : 1;
    double launch;
    double arrival;
    if (a < 1) {
      launch = 2 - 2 * Math.sqrt(2 * aphelion - aphelion * aphelion) * cos;
      arrival = 3 / aphelion - 1 - 2 / aphelion * Math.sqrt(2 - aphelion);
    } else {
      launch = 3 - 2 / (aphelion + 1) - 2 * Math.sqrt(2 * aphelion / (aphelion + 1)) * cos;
      arrival =
          3 / aphelion
              - 2 / (aphelion + 1)
              - 2 / aphelion * Math.sqrt(2 / (aphelion + 1)) * cosOfTransfer;
    }
    double target =
        3 / aphelion - 1 / a - 2 / aphelion * Math.sqrt(a / aphelion * (1 - e * e)) * cosOfTarget;
    double ul = Math.sqrt(Math.max(0, launch) + 2 * U0 * U0) - U0;
    double ur = Math.abs(Math.sqrt(Math.max(0, arrival)) - Math.sqrt(Math.max(0, target)));
    return 30 * (ul + ur) + 0.5;
  }
}
