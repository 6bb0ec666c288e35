package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code assay show --break-even} and what else explains the profit. */
@ExtendWith(SampleCatalogue.class)
class BreakEvenTest {

  @Test
  void text_tellsBothBreakEvens(Cli cli) {
    Cli.Outcome outcome = cli.on("show", "Ryugu", "--break-even").succeeded();

    assertThat(outcome.out())
        .startsWith("162173 Ryugu (1999 JU3)\n")
        .containsPattern("\\n {2}profit now +-5\\.\\d\\de8 USD +.*in cislunar space")
        .containsPattern("\\n {2}price level +9\\.8\\d x +pays above")
        .containsPattern("\\n {2}launch price +none +free launches would leave development");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void json_carriesTheSame(Cli cli) {
    Map<String, Object> json =
        Json.object(cli.on("show", "Ryugu", "--break-even", "--format", "json").out());

    assertThat(json)
        .containsEntry("designation", "162173")
        .containsEntry("mission_status", "feasible")
        .containsEntry("price_factor_none_because", null)
        .containsEntry("launch_usd_per_kg_now", 4253.0)
        .containsEntry("launch_usd_per_kg", null)
        .containsEntry("launch_pays", null);
    assertThat((Double) json.get("profit_usd")).isNegative();
    assertThat((Double) json.get("price_factor")).isBetween(9.0, 11.0);
    assertThat((String) json.get("launch_none_because")).contains("development and operations");
  }

  @Test
  void csv_isOneRow(Cli cli) {
    List<String> lines =
        cli.on("show", "Ryugu", "--break-even", "--format=csv").succeeded().outLines();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("designation,full_name,model,profit_usd,");
  }

  @ParameterizedTest
  @CsvSource({
    "Psyche, nothing-returned, nothing comes back",
    "Ceres, infeasible, infeasible",
    "'''Oumuamua', no-delta-v, no delta-v",
    "Halley, infeasible, infeasible"
  })
  void bodyThatNeverPays_hasNone_andTheReason(String name, String status, String reason, Cli cli) {
    Map<String, Object> json =
        Json.object(cli.on("show", name, "--break-even", "--format", "json").succeeded().out());

    assertThat(json)
        .containsEntry("mission_status", status)
        .containsEntry("price_factor", null)
        .containsEntry("launch_usd_per_kg", null);
    assertThat((String) json.get("price_factor_none_because")).startsWith(reason);
    assertThat((String) json.get("launch_none_because")).startsWith(reason);
  }

  /** What is planned again from the catalogue is what was planned for it. */
  @Test
  void everyBodyOfTheSample_agreesWithItsCatalogue(Cli cli) {
    List<Map<String, Object>> all =
        Json.array(cli.on("export", "--format", "json").succeeded().out());

    assertThat(all)
        .allSatisfy(
            body ->
                assertThat(
                        cli.on("show", String.valueOf(body.get("designation")), "--break-even")
                            .succeeded()
                            .err())
                    .doesNotContain("the catalogue was made with other prices"));
  }

  @Test
  void everyBodyOfTheSample_losesMoney_orHasNoMission(Cli cli) {
    List<Map<String, Object>> all =
        Json.array(cli.on("export", "--format", "json").succeeded().out());

    assertThat(all)
        .allSatisfy(
            body -> {
              Double profit = (Double) body.get("profit_usd");
              if (profit == null) {
                assertThat((String) body.get("mission_status"))
                    .isIn("infeasible", "no-mass", "no-delta-v");
                assertThat(body.get("mission_years")).isNull();
              } else {
                assertThat(profit).isNegative();
                assertThat((String) body.get("mission_status"))
                    .isIn("feasible", "nothing-returned");
              }
            })
        .anySatisfy(body -> assertThat(body).containsEntry("mission_status", "feasible"))
        .anySatisfy(body -> assertThat(body).containsEntry("mission_status", "infeasible"));
  }

  @Test
  void sheet_explainsTheProfit(Cli cli) {
    assertThat(cli.on("show", "Bennu").out())
        .containsPattern("\\n {2}goods delivered +6\\d{3} kg in 5\\.\\d\\d years +sold in cislunar")
        .containsPattern(
            "\\n {2}net present value +-4\\.9\\de8 USD +revenue 3\\.\\de7|"
                + "\\n {2}net present value +-4\\.9\\de8 USD +revenue 3\\.\\d\\de7")
        .containsPattern("\\n {2}break-even +prices times 14\\.\\d ");
    assertThat(cli.on("show", "Psyche").out())
        .containsPattern("\\n {2}goods delivered +0 kg .*nothing comes back")
        .containsPattern("\\n {2}net present value +-1\\.2\\de8 USD +all of it cost");
    assertThat(cli.on("show", "Ceres").out())
        .containsPattern("\\n {2}goods delivered +none +infeasible")
        .containsPattern("\\n {2}net present value +none +no mission");
  }

  @Test
  void topByProfit_saysThatItIsNegative(Cli cli) {
    assertThat(cli.on("top", "--by", "profit", "--limit", "3").succeeded().out())
        .contains("profit USD", "pays at x", "payload kg")
        .contains("Value: gross, in situ")
        .contains("negative: it loses money");
    assertThat(cli.on("top", "--limit", "3").out()).doesNotContain("loses money");
  }

  @Test
  void topByBreakEven_beginsWithWhatIsClosestToPaying(Cli cli) {
    List<Map<String, Object>> best =
        Json.array(cli.on("top", "--by", "break-even", "--limit", "100", "--format", "json").out());

    assertThat(best.get(0)).containsEntry("name", "Ryugu");
    assertThat(best)
        .extracting(body -> (Double) body.get("break_even_price_factor"))
        .isSorted()
        .allMatch(factor -> factor > 1);
  }
}
