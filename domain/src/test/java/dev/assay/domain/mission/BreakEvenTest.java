package dev.assay.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.mission.BreakEven.None;
import dev.assay.domain.mission.BreakEven.Pays;
import dev.assay.domain.mission.BreakEven.Plan;
import java.util.Objects;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class BreakEvenTest {

  private static Plan ofClass(double a, double e, double i, String code) {
    return model -> Missions.plan(model, a, e, i, code);
  }

  private static final Plan RYUGU = ofClass(1.190, 0.190, 5.9, "C");

  private static BreakEven ryugu(String changes) {
    return new BreakEven(Missions.with(changes), RYUGU);
  }

  private static double npv(MissionModel model) {
    return Missions.ryugu(model).netPresentValueUsd();
  }

  @Test
  void priceLevel_ofRyugu_isWhereItsMissionPays() {
    Pays pays = (Pays) ryugu("").priceLevel();
    Mission now = Missions.ryugu(Missions.BUNDLED);

    assertThat(pays.above()).isTrue();
    assertThat(pays.at())
        .isCloseTo(Objects.requireNonNull(now.breakEvenPriceFactor()), within(1e-7));
    assertThat(npv(Missions.with("price_level," + 1.001 * pays.at()))).isPositive();
    assertThat(npv(Missions.with("price_level," + 0.999 * pays.at()))).isNegative();
  }

  @Test
  void priceLevel_isRelativeToThePricesOfTheModel() {
    double one = ((Pays) ryugu("").priceLevel()).at();

    assertThat(((Pays) ryugu("price_level,2").priceLevel()).at()).isCloseTo(one / 2, within(1e-6));
  }

  @Property(tries = 100)
  void priceLevel_ofAnyMissionWithRevenue_isCostOverRevenue(
      @ForAll @DoubleRange(min = 0.8, max = 1.6) double a,
      @ForAll @DoubleRange(min = 0, max = 0.3) double e,
      @ForAll @DoubleRange(min = 0, max = 8) double i) {
    Mission mission = Missions.mission(Missions.BUNDLED, a, e, i, "C");
    Assume.that(mission.breakEvenPriceFactor() != null);
    double factor = Objects.requireNonNull(mission.breakEvenPriceFactor());

    Pays pays = (Pays) new BreakEven(Missions.BUNDLED, ofClass(a, e, i, "C")).priceLevel();

    assertThat(pays.at() / factor).isCloseTo(1, within(1e-6));
  }

  @Test
  void launchPrice_atDefaults_doesNotHelp() {
    None none = (None) ryugu("").launchPrice();

    assertThat(none.reason()).contains("development and operations");
    assertThat(npv(Missions.with("launch_usd_per_kg,0"))).isNegative();
    assertThat(npv(Missions.with("launch_usd_per_kg,1e9"))).isNegative();
  }

  @Test
  void launchPrice_whereGoodsInSpaceReplaceDearLaunches_paysAbove() {
    String diligent = "throughput_per_year,300";
    Pays pays = (Pays) ryugu(diligent).launchPrice();

    assertThat(pays.above()).isTrue();
    assertThat(npv(Missions.with(diligent + ";launch_usd_per_kg," + 1.01 * pays.at())))
        .isPositive();
    assertThat(npv(Missions.with(diligent + ";launch_usd_per_kg," + 0.99 * pays.at())))
        .isNegative();
  }

  @Test
  void launchPrice_whereGoodsAreSoldOnEarth_paysBelow() {
    String forEarth =
        "utility_water,0;utility_metal,0;recovery_precious,1;throughput_per_year,1e5;"
            + "development_usd_per_kg,10;operations_usd_per_year,1e5";
    Pays pays = (Pays) ryugu(forEarth).launchPrice();

    assertThat(pays.above()).isFalse();
    assertThat(npv(Missions.with(forEarth + ";launch_usd_per_kg," + 1.01 * pays.at())))
        .isNegative();
    assertThat(npv(Missions.with(forEarth + ";launch_usd_per_kg," + 0.99 * pays.at())))
        .isPositive();
  }

  @Test
  void both_missionWithoutReturn_haveNone() {
    BreakEven psyche = new BreakEven(Missions.BUNDLED, ofClass(2.9244, 0.134, 3.1, "M"));

    assertThat(((None) psyche.priceLevel()).reason()).contains("nothing comes back");
    assertThat(((None) psyche.launchPrice()).reason()).contains("nothing comes back");
  }

  @Test
  void both_infeasibleMission_haveNone() {
    BreakEven ceres = new BreakEven(Missions.BUNDLED, ofClass(2.7666, 0.0786, 10.59, "C"));

    assertThat(((None) ceres.priceLevel()).reason()).startsWith("infeasible");
    assertThat(((None) ceres.launchPrice()).reason()).startsWith("infeasible");
  }

  @Test
  void priceLevel_zeroPrices_isNone() {
    assertThat(ryugu("price_level,0").priceLevel()).isInstanceOf(None.class);
  }

  @Test
  void both_missionWithoutAnyCost_payEverywhere() {
    String free = "launch_usd_per_kg,0;development_usd_per_kg,0;operations_usd_per_year,0";

    assertThat(((None) ryugu(free).priceLevel()).reason()).contains("at any price");
    assertThat(((Pays) ryugu(free).launchPrice()).above()).isFalse();
  }
}
