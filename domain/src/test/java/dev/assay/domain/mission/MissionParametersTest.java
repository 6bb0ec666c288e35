package dev.assay.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.market.Commodity;
import dev.assay.domain.table.BadTableException;
import dev.assay.domain.table.DataTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissionParametersTest {

  @Test
  void bundled_numbers_areThoseOfTheTable() {
    MissionParameters bundled = MissionParameters.bundled();

    assertThat(bundled.ship()).isEqualTo(new Ship(17_400, 452, 0.10));
    assertThat(bundled.costs())
        .isEqualTo(new MissionParameters.Costs(4253, 1e5, 1e7, 0.10, 0.85, 1));
    assertThat(bundled.prices().supplyKgPerYear())
        .containsEntry(Commodity.PLATINUM, 1.8e5)
        .hasSize(Commodity.values().length - 1);
  }

  @Test
  void parse_oneRow_changesOnlyThat() {
    MissionParameters parsed = Missions.parameters("launch_usd_per_kg,600");

    assertThat(parsed).isEqualTo(MissionParameters.bundled().withLaunchPrice(600));
    assertThat(Missions.parameters("price_level,3"))
        .isEqualTo(MissionParameters.bundled().withPriceLevel(3));
  }

  @Test
  void parse_wholeTable_isTheBundledOne() {
    assertThat(MissionParameters.parse("copy", DataTable.bundled("mission.csv")))
        .isEqualTo(MissionParameters.bundled());
  }

  @ParameterizedTest
  @CsvSource({
    "'lunch_usd_per_kg,600,me', line 2, unknown parameter 'lunch_usd_per_kg'",
    "'ship_kg,0,me', line 2, outside",
    "'ship_dry_share,1,me', line 2, outside",
    "'discount_rate,-0.1,me', line 2, outside",
    "'demand_elasticity,0,me', line 2, outside",
    "'missions,NaN,me', line 2, outside",
    "'missions,few,me', line 2, is not a number",
    "'missions,,me', line 2, is blank",
    "'missions,2,', line 2, source: is blank",
    "'missions,2', line 2, 2 cells where 3 are needed"
  })
  void parse_badRow_isRefusedByLine(String row, String where, String what) {
    assertThatThrownBy(() -> MissionParameters.parse("m.csv", "name,value,source\n" + row))
        .isInstanceOf(BadTableException.class)
        .hasMessageContaining("m.csv")
        .hasMessageContaining(where)
        .hasMessageContaining(what);
  }

  @Test
  void parse_doubledRow_isRefused() {
    assertThatThrownBy(() -> Missions.parameters("missions,2;missions,3"))
        .isInstanceOf(BadTableException.class)
        .hasMessageContaining("line 3")
        .hasMessageContaining("has a row already");
  }

  /** n^log2(0.85): the second mission's equipment costs 85 % of the first's. */
  @Test
  void missions_two_costLessEach() {
    Mission one = Missions.ryugu(Missions.BUNDLED);
    Mission two = Missions.ryugu(Missions.with("missions,2"));

    double saved = 0.15 * 1e5 * one.equipmentKg();
    assertThat(one.costUsd() - two.costUsd()).isCloseTo(saved, within(1.0));
    assertThat(two.revenueUsd()).isLessThan(one.revenueUsd());
  }
}
