package dev.assay.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.market.PriceList;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table of SCIENCE.md 7.5, from the elements of 8.2 and for the main belt of SBDB. It prints
 * two decimals of delta-v and speeds and one of T: half a unit more is allowed for elements of
 * another date, 0.02 km/s and 0.06 years. Its T has no synodic wait, its cargo is water alone.
 */
class MissionKnownAnswersTest {

  private static final MissionModel AS_TABULATED =
      Missions.with("synodic_wait_share,0;recovery_metal,0;recovery_precious,0");

  @ParameterizedTest
  @CsvSource({
    "Itokawa, 1.324, .280, 1.6, S, 4.63, 3.65, 1.45, 2.6",
    "Ryugu, 1.190, .190, 5.9, C, 4.65, 2.94, 1.46, 2.3",
    "Bennu, 1.126, .204, 6.0, B, 5.09, 2.70, 1.90, 2.3",
    "Nereus, 1.489, .360, 1.4, E, 4.98, 4.70, 1.79, 2.9",
    "1989 ML, 1.272, .136, 4.4, X, 4.89, 2.87, 1.70, 2.4",
    "Didymos, 1.644, .384, 3.4, S, 5.10, 5.40, 1.91, 3.1",
    "Apophis, .922, .191, 3.3, S, 5.69, 3.05, 2.49, 2.1",
    "Eros, 1.458, .223, 10.8, S, 6.07, 4.94, 2.87, 2.6",
    "Psyche, 2.9244, .1340, 3.10, M, 10.02, 7.19, 6.80, 4.2",
    "Vesta, 2.3615, .0902, 7.14, V, 9.38, 6.29, 6.16, 3.4"
  })
  void plan_speedsAndTime_asTabulated(
      String body,
      double a,
      double e,
      double i,
      String code,
      double deltaV,
      double excess,
      double back,
      double years) {
    RendezvousDeltaV reached = Missions.reach(a, e, i);
    Mission mission = Missions.mission(AS_TABULATED, a, e, i, code);

    assertThat(reached.deltaV().kmPerSecond()).isCloseTo(deltaV, within(0.02));
    assertThat(reached.hyperbolicExcessKmPerSecond()).isCloseTo(excess, within(0.02));
    double capture = Destination.CISLUNAR.captureKmPerSecond(excess, 0.45);
    assertThat(reached.rendezvousKmPerSecond() + capture).isCloseTo(back, within(0.02));
    assertThat(mission.years()).isCloseTo(years, within(0.06));
  }

  /**
   * 1986 DA has an orbit that has changed since: the table has a delta-v of 7.16, the list 7.19.
   */
  @Test
  void plan_1986Da_asTabulated() {
    RendezvousDeltaV reached = Missions.reach(2.814, 0.585, 4.3);
    Mission mission = Missions.mission(AS_TABULATED, 2.814, 0.585, 4.3, "M");

    assertThat(reached.deltaV().kmPerSecond()).isCloseTo(7.16, within(0.01));
    assertThat(reached.hyperbolicExcessKmPerSecond()).isCloseTo(8.38, within(0.02));
    assertThat(mission.returnKmPerSecond()).isCloseTo(3.95, within(0.02));
    assertThat(mission.years()).isCloseTo(5.5, within(0.06));
    assertThat(mission.payloadKg()).isZero();
  }

  /**
   * Payloads are printed to two digits. Bennu's is 2.5 % below the table: with its delta-v of 5.087
   * the formula gives 5.56 t where 5.7 t is printed. The shares of water are those of the table's
   * columns, water over mass.
   */
  @ParameterizedTest
  @CsvSource({
    "Ryugu, 1.190, .190, 5.9, .08, 8600, 1",
    "Bennu, 1.126, .204, 6.0, .07, 5700, 3",
    "1989 ML, 1.272, .136, 4.4, .02, 1500, 3"
  })
  void load_water_asTabulated(
      String body, double a, double e, double i, double water, double kilograms, double percent) {
    Mission mission = Missions.mission(AS_TABULATED, a, e, i, "C");
    Ship ship = MissionParameters.bundled().ship();
    double dry = ship.burn(Missions.reach(a, e, i).deltaV().kmPerSecond()).dry();
    double burnt = 1.286 * Math.expm1(mission.returnKmPerSecond() / ship.exhaustKmPerSecond());
    Basket nothing = new Basket(new double[0], new double[0], 0, 0, new Saturation(-0.55));
    Hold.Delivery delivery = new Hold.Delivery();

    new Hold(0.7 * water, 0, 0, 10_810, nothing, nothing, 1)
        .load(mission.minedKg(), burnt, dry, 1, delivery);

    assertThat(mission.destination()).isEqualTo(Destination.CISLUNAR);
    assertThat(delivery.kilograms()).isCloseTo(kilograms, Percentage.withPercentage(percent));
    assertThat(delivery.usd()).isCloseTo(10_810 * delivery.kilograms(), within(1.0));
  }

  @ParameterizedTest
  @CsvSource({
    "Itokawa, 1.324, .280, 1.6, S",
    "Nereus, 1.489, .360, 1.4, E",
    "Didymos, 1.644, .384, 3.4, S",
    "Apophis, .922, .191, 3.3, S",
    "Eros, 1.458, .223, 10.8, S",
    "Psyche, 2.9244, .1340, 3.10, M",
    "Vesta, 2.3615, .0902, 7.14, V"
  })
  void plan_dryRock_bringsNothingToTheMoon(String body, double a, double e, double i, String code) {
    Mission mission = Missions.mission(AS_TABULATED, a, e, i, code);

    assertThat(mission.destination()).isNotEqualTo(Destination.CISLUNAR);
  }

  @Test
  void plan_psyche_arrivesWith82Kilograms() {
    double arriving = MissionParameters.bundled().ship().burn(10.0206).payload();

    assertThat(arriving).isCloseTo(82, within(1.0));
  }

  @Test
  void plan_ceres_isInfeasible() {
    assertThat(Missions.plan(Missions.BUNDLED, 2.7666, 0.0786, 10.59, "C"))
        .isEqualTo(NoMission.INFEASIBLE);
  }

  /** SCIENCE.md 7.5: revenue 9e7, cost about 6e8 US dollars, before discounting and waiting. */
  @Test
  void plan_ryugu_revenueAndCost_asTabulated() {
    Mission mission = Missions.ryugu(Missions.with("synodic_wait_share,0;discount_rate,0"));

    assertThat(mission.revenueUsd()).isCloseTo(9e7, Percentage.withPercentage(5));
    assertThat(mission.costUsd()).isCloseTo(6e8, Percentage.withPercentage(5));
  }

  /** The worked example of docs/mission.md. */
  @Test
  void plan_ryugu_asInTheDocumentation() {
    Mission mission = Missions.ryugu(Missions.BUNDLED);

    assertThat(mission.equipmentKg()).isCloseTo(4845, within(0.5));
    assertThat(mission.minedKg()).isCloseTo(242_000, within(500.0));
    assertThat(mission.returnKmPerSecond()).isCloseTo(1.459, within(0.0005));
    assertThat(mission.payloadKg()).isCloseTo(8600, within(50.0));
    assertThat(mission.years()).isCloseTo(4.5, within(0.05));
    assertThat(mission.revenueUsd()).isCloseTo(61e6, within(0.5e6));
    assertThat(mission.costUsd()).isCloseTo(74e6 + 484e6 + 37e6, within(1e6));
    assertThat(mission.netPresentValueUsd()).isCloseTo(-534e6, within(0.5e6));
    assertThat(mission.breakEvenPriceFactor()).isCloseTo(9.8, within(0.05));
  }

  @Test
  void plan_waterInCislunarSpace_costsWhatItTakesToBringItThere() {
    Market market = new Market(PriceList.bundled(), MissionParameters.bundled());

    assertThat(Market.launchUsdPerKg(MissionParameters.bundled(), Destination.CISLUNAR))
        .isCloseTo(10_810, within(5.0));
    assertThat(market.waterUsdPerKg(Destination.LEO, MissionParameters.bundled().prices()))
        .isCloseTo(4253, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "Itokawa, 1.324, .280, 1.6, S",
    "Ryugu, 1.190, .190, 5.9, C",
    "Bennu, 1.126, .204, 6.0, B",
    "Nereus, 1.489, .360, 1.4, E",
    "1989 ML, 1.272, .136, 4.4, X",
    "Didymos, 1.644, .384, 3.4, S",
    "Apophis, .922, .191, 3.3, S",
    "1986 DA, 2.814, .585, 4.3, M",
    "Eros, 1.458, .223, 10.8, S",
    "Psyche, 2.9244, .1340, 3.10, M",
    "Vesta, 2.3615, .0902, 7.14, V"
  })
  void plan_everyNamedBody_losesMoney(String body, double a, double e, double i, String code) {
    Mission mission = Missions.mission(Missions.BUNDLED, a, e, i, code);

    assertThat(mission.netPresentValueUsd()).isBetween(-6.5e8, -1e8);
  }

  @ParameterizedTest
  @CsvSource({
    "'throughput_per_year,2000'",
    "'price_level,12'",
    "'price_level,2;development_usd_per_kg,1e3;operations_usd_per_year,1e5'"
  })
  void plan_ryuguUnderBetterTerms_pays(String terms) {
    assertThat(Missions.ryugu(Missions.with(terms)).netPresentValueUsd()).isPositive();
  }
}
