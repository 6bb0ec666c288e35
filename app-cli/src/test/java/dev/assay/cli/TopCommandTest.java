package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SampleCatalogue.class)
class TopCommandTest {

  @ParameterizedTest
  @CsvSource({
    "value, value_usd, -1",
    "profit, profit_usd, -1",
    "break-even, break_even_price_factor, 1",
    "accessibility, accessibility, -1",
    "delta-v, delta_v_km_s, 1",
    "mass, mass_kg, -1",
    "DIAMETER, diameter_km, -1"
  })
  void ranking_ordersByItsColumn_withoutUnknowns(String by, String column, int direction, Cli cli) {
    List<Double> values = new ArrayList<>();
    top(cli, "--by", by, "--limit", "200")
        .forEach(body -> values.add((Double) Objects.requireNonNull(body.get(column))));

    Comparator<Double> ascending = Comparator.naturalOrder();
    assertThat(values).isSortedAccordingTo(direction > 0 ? ascending : ascending.reversed());
  }

  @Test
  void plainTop_isATableOfTwentyByValue(Cli cli) {
    Outcome outcome = cli.on("top").succeeded();

    assertThat(outcome.outLines()).hasSize(22);
    assertThat(outcome.outLines().get(0)).startsWith(" #  body ");
    assertThat(outcome.outLines().get(21)).startsWith("Value: gross, in situ");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void limit_bounds(Cli cli) {
    assertThat(cli.on("top", "--limit", "3", "--format", "csv").outLines()).hasSize(4);
    assertThat(top(cli, "--limit", "3")).hasSize(3);
  }

  @Test
  void orbitClasses_canBeSeveral(Cli cli) {
    List<Map<String, Object>> found = top(cli, "--class", "APO,AMO", "--limit", "100");

    assertThat(found)
        .extracting(body -> body.get("orbit_class"))
        .containsOnly("APO", "AMO")
        .contains("APO", "AMO");
  }

  @Test
  void filters_holdTogether(Cli cli) {
    List<Map<String, Object>> found =
        top(cli, "--neo", "--max-delta-v", "5.2", "--spectral-type", "B");

    assertThat(found).extracting(body -> body.get("name")).contains("Bennu");
    assertThat(found)
        .allSatisfy(
            body -> {
              assertThat(body).containsEntry("neo", true).containsEntry("spectral_class", "B");
              assertThat((Double) body.get("delta_v_km_s")).isLessThanOrEqualTo(5.2);
            });
  }

  @Test
  void nothingThatFits_isAnEmptyList_andAMessage(Cli cli) {
    Outcome outcome = cli.on("top", "--class", "XYZ", "--format", "csv").succeeded();

    assertThat(outcome.outLines()).hasSize(1);
    assertThat(outcome.err()).isEqualTo("no body in the catalogue fits\n");
    assertThat(cli.on("top", "--class", "XYZ", "--quiet").err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--by, beauty, accessibility",
    "--limit, 0, 1 to 100000",
    "--limit, -5, 1 to 100000",
    "--limit, 100001, 1 to 100000",
    "--limit, ten, ten",
    "--max-delta-v, 0, above 0",
    "--max-delta-v, NaN, above 0",
    "--spectral-type, Quartz, Sq"
  })
  void optionThatMakesNoSense_isWrongUsage(String option, String value, String named, Cli cli) {
    Outcome outcome = cli.on("top", option, value);

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.problem()).contains(option).contains(named);
  }

  @ParameterizedTest
  @CsvSource({"top", "show Ceres", "export --format csv"})
  void withoutACatalogue_saysHowToGetOne(String command, @TempDir Path folder) {
    Cli nothing = new Cli(folder.resolve("nothing"));

    Outcome outcome = nothing.on(command.split(" "));

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains("no catalogue in " + nothing.data(), "assay refresh");
    assertThat(Files.exists(nothing.data())).isFalse();
  }

  private static List<Map<String, Object>> top(Cli cli, String... options) {
    List<String> words = new ArrayList<>(List.of("top", "--format", "json"));
    words.addAll(List.of(options));
    return Json.array(cli.on(words.toArray(String[]::new)).succeeded().out());
  }
}
