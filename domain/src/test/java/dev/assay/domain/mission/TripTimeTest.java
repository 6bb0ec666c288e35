package dev.assay.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TripTimeTest {

  private static final double NO_LIMIT = Double.POSITIVE_INFINITY;

  @Test
  void transfer_toEarthsOwnOrbit_takesHalfAYear() {
    assertThat(Missions.reach(1, 0, 0).transferYears()).isEqualTo(0.5);
  }

  @Property
  void years_fartherAphelion_takeLonger(
      @ForAll @DoubleRange(min = 0.5, max = 30) double a,
      @ForAll @DoubleRange(min = 0, max = 0.8) double e,
      @ForAll @DoubleRange(min = 0.01, max = 0.1) double more) {
    assertThat(years(a, e + more)).isGreaterThan(years(a, e));
  }

  private static double years(double a, double e) {
    return TripTime.years(
        Missions.reach(a, e, 0).transferYears(), 1, a, MissionParameters.bundled().wayBack());
  }

  /** Two bodies whose frequencies lie equally far from Earth's meet it equally often. */
  @Property
  void synodicYears_areSymmetricInFrequency(
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double distance) {
    double outer = Math.pow(1 - distance, -2.0 / 3);
    double inner = Math.pow(1 + distance, -2.0 / 3);

    assertThat(TripTime.synodicYears(outer, NO_LIMIT))
        .isCloseTo(1 / distance, within(1e-9 / distance));
    assertThat(TripTime.synodicYears(inner, NO_LIMIT))
        .isCloseTo(TripTime.synodicYears(outer, NO_LIMIT), within(1e-9 / distance));
  }

  @Property
  void synodicYears_farOut_areAYear(@ForAll @DoubleRange(min = 100, max = 1e6) double a) {
    assertThat(TripTime.synodicYears(a, NO_LIMIT)).isBetween(1.0, 1.0011);
  }

  @Test
  void synodicYears_inStepWithEarth_areCutOff() {
    assertThat(TripTime.synodicYears(1, 20)).isEqualTo(20);
    assertThat(TripTime.synodicYears(1.01, 20)).isEqualTo(20);
  }
}
