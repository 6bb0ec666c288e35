package dev.assay.domain.asterank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.deltav.NoDeltaV;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsterankDeltaVTest {

  /** Rounding of a handful of operations on numbers of order 10. */
  private static final double ROUNDING = 1e-12;

  private static RendezvousDeltaV asterank(double a, double e, double i) {
    return (RendezvousDeltaV) AsterankDeltaV.rendezvous(a, e, i);
  }

  private static RendezvousDeltaV benner(double a, double e, double i) {
    return (RendezvousDeltaV) ShoemakerHelin.rendezvous(a, e, i);
  }

  /** Law (6) of SCIENCE.md 8.1. */
  @Property
  void rendezvous_anyOrbit_isNeverBelowBenner(
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double a,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.999) double e,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 180) double i) {
    double kmPerSecond = asterank(a, e, i).deltaV().kmPerSecond();

    assertThat(kmPerSecond).isFinite();
    assertThat(kmPerSecond).isGreaterThanOrEqualTo(benner(a, e, i).deltaV().kmPerSecond());
  }

  /** Law (6) of SCIENCE.md 8.1. */
  @Property
  void rendezvous_inEarthsPlane_isBenners(
      @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double a,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.999) double e) {
    assertThat(asterank(a, e, 0).deltaV().kmPerSecond())
        .isCloseTo(benner(a, e, 0).deltaV().kmPerSecond(), within(ROUNDING));
  }

  @Property
  void rendezvous_anyOrbit_isTheCosineFormula(
      @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 40) double a,
      @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.99) double e,
      @ForAll @Scale(6) @DoubleRange(min = 10, max = 180) double i) {
    RendezvousDeltaV reached = asterank(a, e, i);

    double uc = reached.arrivalSpeed();
    double ur = reached.bodySpeed();
    double squared = uc * uc - 2 * uc * ur * Math.cos(Math.toRadians(i) / 2) + ur * ur;
    // The formula as written loses half of the digits where the speeds are nearly equal.
    assertThat(reached.rendezvousImpulse() * reached.rendezvousImpulse())
        .isCloseTo(squared, within(1e-14 * Math.max(1, uc * uc + ur * ur)));
    assertThat(reached.deltaV().kmPerSecond())
        .isCloseTo(
            30 * (reached.launchImpulse() + reached.rendezvousImpulse()) + 0.5, within(ROUNDING));
  }

  /** The excess over Benner's value (SCIENCE.md 2.3 and 8.2): delta-v shown minus listed. */
  @ParameterizedTest
  @CsvSource({
    "1.190, .190, 5.9, 4.664",
    "1.489, .360, 1.4, 4.985",
    "1.126, .204, 6.0, 5.096",
    "1.644, .384, 3.4, 5.162",
    "1.566, .292, 7.1, 5.648"
  })
  void rendezvous_elementsOfBennersList_isWhatThePagesShow(
      double a, double e, double i, double shown) {
    assertThat(asterank(a, e, i).deltaV().kmPerSecond()).isCloseTo(shown, within(0.005));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "-2, 1.5, 0", "1, 0.5, 181"})
  void rendezvous_noEllipse_isNoDeltaVForBennersReason(double a, double e, double i) {
    assertThat(AsterankDeltaV.rendezvous(a, e, i))
        .isInstanceOf(NoDeltaV.class)
        .isEqualTo(ShoemakerHelin.rendezvous(a, e, i));
  }
}
