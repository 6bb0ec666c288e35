package dev.assay.domain.deltav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.deltav.RendezvousDeltaV.Branch;
import dev.assay.domain.deltav.RendezvousDeltaV.Quality;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class ShoemakerHelinTest {

  /** The list prints three decimals. */
  private static final Offset<Double> PRINTED = within(0.0005);

  /** The reference values have six decimals. */
  private static final Offset<Double> SIX_DECIMALS = within(1e-6);

  static RendezvousDeltaV reach(double a, double e, double inclinationDeg) {
    DeltaVOutcome outcome = ShoemakerHelin.rendezvous(a, e, inclinationDeg);
    assertThat(outcome).isInstanceOf(RendezvousDeltaV.class);
    return (RendezvousDeltaV) outcome;
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/assay/domain/delta-v-known-answers.csv",
      useHeadersInDisplayName = true)
  void rendezvous_printedElements_reproducesBennersList(
      String body, double a, double e, double i, Branch branch, double listed, double computed) {
    RendezvousDeltaV result = reach(a, e, i);

    assertThat(result.branch()).as(body).isEqualTo(branch);
    assertThat(result.deltaV().kmPerSecond()).isCloseTo(listed, PRINTED);
    assertThat(result.deltaV().kmPerSecond()).isCloseTo(computed, SIX_DECIMALS);
    // The list prints the ratios of the exact delta-v with three decimals.
    assertThat(result.ratioToMoon()).isCloseTo(listed / 6.0, within(0.0006));
    assertThat(result.ratioToMars()).isCloseTo(listed / 6.3, within(0.0006));
  }

  @Test
  void rendezvous_2004Mp1_isAnAmorByItsPrintedElements() {
    assertThat(reach(1.778, 0.437, 8.7).branch()).isEqualTo(Branch.AMOR);
    assertThat(reach(1.778, 0.437, 8.7).deltaV().kmPerSecond()).isCloseTo(5.648002, SIX_DECIMALS);
  }

  @Test
  void rendezvous_earthsOwnOrbit_costsLeast() {
    RendezvousDeltaV best = reach(1, 0, 0);

    assertThat(best.deltaV().kmPerSecond()).isCloseTo(3.7238398433, within(5e-11));
    assertThat(best.launchImpulse()).isCloseTo((Math.sqrt(2) - 1) * 7.727 / 29.784, within(1e-15));
    assertThat(best.rendezvousImpulse()).isZero();
    assertThat(best.transferYears()).isEqualTo(0.5);
  }

  /** Shoemaker and Helin's own example of a typical main-belt asteroid, and SCIENCE.md 1.4. */
  @ParameterizedTest
  @CsvSource({
    "typical main belt, 2.5, 0.15, 15, 10.208, 0.0005",
    "Ceres,             2.7666, 0.0786, 10.587, 10.52, 0.01",
    "Psyche,            2.9247, 0.1341, 3.097, 10.02, 0.01",
    "Vesta,             2.3617, 0.0883, 7.142, 9.38, 0.01",
    "the orbit of Mars, 1.524, 0.0934, 1.85, 6.31, 0.005",
  })
  void rendezvous_beyondNearEarth_agreesWithPublishedExamples(
      String body, double a, double e, double i, double expected, double tolerance) {
    assertThat(reach(a, e, i).deltaV().kmPerSecond())
        .as(body)
        .isCloseTo(expected, within(tolerance));
  }

  /** The three branches, taken from SCIENCE.md 1.2: the split is at q = 1 and at a = 1. */
  @ParameterizedTest
  @CsvSource({
    "0.9999999, 0.2, ATEN",
    "1.000, 0.191, APOLLO",
    "1, 0, APOLLO",
    "2, 0.5, APOLLO",
    "2, 0.4999999, AMOR",
    "1.644, 0.384, AMOR", // q = 1.013: an Apollo by today's orbit classes
    "0.5, 0.1, ATEN", // an Atira
  })
  void rendezvous_branch_followsSemiMajorAxisAndPerihelion(double a, double e, Branch expected) {
    assertThat(reach(a, e, 5).branch()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.1, 5, NOMINAL", // Atira
    "0.967, 0.183, 18.9, NOMINAL",
    "1.3, 0, 0, NOMINAL", // q = 1.3 is near Earth
    "1.300001, 0, 0, EXTRAPOLATED",
    "2.5, 0.15, 15, EXTRAPOLATED",
    "5.5, 0, 0, EXTRAPOLATED", // Q = 5.5
    "5.500001, 0, 0, NOT_PRACTICAL",
    "17.846, 0.947, 19.6, NOT_PRACTICAL", // near Earth at perihelion, but a long way out
    "30, 0.1, 120, NOT_PRACTICAL",
    "1.2, 0.1, 90, NOMINAL",
    "1.2, 0.1, 90.001, EXTRAPOLATED",
    "0.9, 0.1, 120, EXTRAPOLATED",
  })
  void rendezvous_quality_tellsHowFarToTrustIt(double a, double e, double i, Quality expected) {
    assertThat(reach(a, e, i).quality()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 0, 0, not a number",
    "1, NaN, 0, not a number",
    "1, 0, NaN, not a number",
    "Infinity, 0.5, 0, not a number",
    "-Infinity, 0.5, 0, not a number",
    "1, 0, Infinity, not a number",
    "1, Infinity, 0, not a number",
    "Infinity, 1, 0, not elliptic",
    "2, 1, 0, not elliptic",
    "-1.27, 1.2, 122.7, not elliptic",
    "0, 0.5, 0, a must be above 0",
    "-0.0, 0.5, 0, a must be above 0",
    "-1, 0.5, 0, a must be above 0",
    "1, -0.1, 0, e at least 0",
    "1, 0.1, -0.001, 0..180",
    "1, 0.1, 180.001, 0..180",
  })
  void rendezvous_impossibleElements_givesReason(double a, double e, double i, String reason) {
    assertThat(ShoemakerHelin.rendezvous(a, e, i))
        .isInstanceOfSatisfying(NoDeltaV.class, none -> assertThat(none.reason()).contains(reason));
  }

  @Test
  void rendezvous_bodiesOnOpenOrbits_haveNone() {
    assertThat(ShoemakerHelin.rendezvous(Bodies.oumuamua().orbit())).isInstanceOf(NoDeltaV.class);
    assertThat(ShoemakerHelin.rendezvous(Bodies.parabolicComet().orbit()))
        .isInstanceOf(NoDeltaV.class);
  }

  @ParameterizedTest
  @CsvSource({
    "4.9E-324, 0",
    "4.9E-324, 0.9999999999999999",
    "1.7976931348623157E308, 0",
    "1.7976931348623157E308, 0.9999999999999999",
    "0.9999999999999999, 0.9999999999999999",
    "1, 0.9999999999999999",
    "1.0000000000000002, 0",
    "2.2250738585072014E-308, 0.5"
  })
  void rendezvous_extremeSizes_staysFinite(double a, double e) {
    for (double inclination : new double[] {0, 1e-300, 90, Math.nextDown(180.0), 180}) {
      assertThat(reach(a, e, inclination).deltaV().kmPerSecond())
          .as("a=%s e=%s i=%s", a, e, inclination)
          .isFinite()
          .isGreaterThan(3.7238);
    }
  }

  @Test
  void launch_coplanarAndInfinitelyFar_approachesEscapeFromTheSun() {
    double launch = reach(1e12, 0, 0).launchImpulse();

    // sqrt((sqrt2-1)^2 + 2 U0^2) - U0; at Q = 1e12 au what is missing is of order 1e-12
    assertThat(30 * launch).isCloseTo(8.817, within(0.0005));
    double u0 = 7.727 / 29.784;
    double escape = Math.sqrt(Math.pow(Math.sqrt(2) - 1, 2) + 2 * u0 * u0) - u0;
    assertThat(launch).isCloseTo(escape, within(1e-11));
  }

  @Test
  void transferYears_aphelionOfJupiter_isHalfThePeriodOfTheTransferEllipse() {
    // Kepler: half of ((1 + 5.2)/2)^1.5 years
    assertThat(reach(5.2, 0, 1.3).transferYears()).isCloseTo(2.729, within(0.0005));
  }
}
