package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SampleCatalogue.class)
class ShowCommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bennu",
        "BENNU",
        "101955",
        "1999 RQ36",
        "1999 rq36",
        "101955 Bennu",
        "101955 Bennu (1999 RQ36)",
        " Bennu "
      })
  void body_isFoundByAnyOfItsNames(String name, Cli cli) {
    Outcome outcome = cli.on("show", name).succeeded();

    assertThat(outcome.outLines().get(0)).isEqualTo("101955 Bennu (1999 RQ36)");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void name_canBeSeveralWords(Cli cli) {
    assertThat(cli.on("show", "1999", "RQ36").succeeded().out()).contains("Bennu");
  }

  @Test
  void sheet_givesEachNumberWithItsUncertaintyAndOrigin(Cli cli) {
    assertThat(cli.on("show", "Bennu").out())
        .containsPattern("\\n {2}diameter +0\\.482 km \\([0-9.]+\\.\\.[0-9.]+\\) +measured ")
        .containsPattern(
            "\\n {2}mass +7\\.\\d\\de10 kg \\(.*\\) +measured: mass from GM, M = GM/G ")
        .containsPattern("\\n {4}from GM +4\\.89e-9 km\\^3/s\\^2 \\(.*\\) +measured \\[SBDB\\]")
        .containsPattern(
            "\\n {2}delta-v +5\\.\\d{3} km/s +derived: Shoemaker-Helin figure of merit")
        .contains("[Shoemaker & Helin 1978]; from orbit; nominal: ")
        .containsPattern("\\n {2}gross value +\\S+ USD \\(\\S+\\.\\.\\S+\\) ")
        .containsPattern("\\n {2}model +assay\\n");
  }

  @Test
  void comet_hasNoMagnitude_butADeltaV(Cli cli) {
    assertThat(cli.on("show", "Halley").succeeded().out())
        .startsWith("1P/Halley\n")
        .containsPattern("\\n {2}H +unknown\\n")
        .containsPattern("\\n {2}delta-v +\\d+\\.\\d{3} km/s ")
        .contains("not-practical: ", "icy material");
  }

  @Test
  void hyperbolicVisitor_hasNoDeltaV_andTheReason(Cli cli) {
    Outcome sheet = cli.on("show", "'Oumuamua").succeeded();
    Map<String, Object> json = Json.object(cli.on("show", "2017 U1", "--format=json").out());

    assertThat(sheet.out())
        .containsPattern("\\n {2}delta-v +none +orbit not elliptic \\(e >= 1\\)");
    assertThat(json)
        .containsEntry("delta_v_km_s", null)
        .containsEntry("q_aphelion_au", null)
        .containsEntry("name", "'Oumuamua");
  }

  @Test
  void bodyWithOnlyAMagnitude_isEstimated_andSaysSo(Cli cli) {
    Map<String, Object> json = Json.object(cli.on("show", "1998 QE2", "--format=json").out());

    assertThat(json)
        .containsEntry("albedo", null)
        .containsEntry("spectral_type", null)
        .containsEntry("gm_km3_s2", null);
    assertThat((Double) json.get("diameter_km")).isPositive();
    assertThat((Double) json.get("diameter_sigma_ln")).isPositive();
    assertThat(cli.on("show", "1998 QE2").out())
        .containsPattern("\\n {2}albedo +unknown\\n")
        .containsPattern("\\n {2}diameter +\\S+ km \\(.*\\) +(derived|assumed)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"G!kun||'homdima", "Kamo`oalewa", "1P", "2010 TK7"})
  void awkwardName_isFound(String name, Cli cli) {
    cli.on("show", name).succeeded();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Benu, 101955 Bennu",
        "Oumuamua, 'Oumuamua",
        "Apofis, Apophis",
        "Itokava, Itokawa",
        "İtokawa, Itokawa"
      })
  void unknownBody_isNotFound_withNearMatches(String name, String near, Cli cli) {
    Outcome outcome = cli.on("show", name);

    assertThat(outcome.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(outcome.problem()).startsWith("no body '" + name + "'").contains(near);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzzzzzzzz", "'; DROP TABLE bodies; --", "%", "_", "\\", "😀"})
  void nonsense_isNotFound(String name, Cli cli) {
    Outcome outcome = cli.on("show", name);

    assertThat(outcome.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(outcome.problem()).startsWith("no body '" + name + "' in the catalogue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void noName_isWrongUsage(String name, Cli cli) {
    assertThat(cli.on("show", name).code()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  @Test
  void csv_isARowUnderTheHeaderOfTheExport(Cli cli) {
    Outcome outcome = cli.on("show", "433", "--format", "csv").succeeded();

    assertThat(outcome.outLines()).hasSize(2);
    assertThat(cli.export()).contains(outcome.outLines());
  }

  @Test
  void json_hasTheColumnsOfTheExport(Cli cli) {
    Map<String, Object> json = Json.object(cli.on("show", "433", "--format", "json").out());

    assertThat(String.join(",", json.keySet()))
        .isEqualTo(cli.export().lines().findFirst().get() + ",explanation");
    assertThat(json).containsEntry("name", "Eros").containsEntry("neo", true);
  }

  @Test
  void json_explanation_isTheTreeOfTheSheet(Cli cli) {
    Map<String, Object> json = Json.object(cli.on("show", "Apophis", "--format", "json").out());

    Map<?, ?> mass = branch(json, "explanation", "mass");
    assertThat(mass.get("value")).isEqualTo(json.get("mass_kg"));
    assertThat(mass.get("equation")).isEqualTo("M = pi/6 D^3 rho");
    assertThat(branch(mass, "from", "diameter").get("value")).isEqualTo(json.get("diameter_km"));
    assertThat(branch(mass, "from", "density", "from", "class").get("text")).isEqualTo("Sq");
    assertThat(branch(json, "explanation", "gross_value", "from").keySet().toString())
        .isEqualTo("[mass, worth_per_kg, sq_material, prices]");
  }

  private static Map<?, ?> branch(Map<?, ?> tree, String... path) {
    Map<?, ?> branch = tree;
    for (String key : path) {
      branch = (Map<?, ?>) Objects.requireNonNull(branch.get(key), key);
    }
    return branch;
  }

  @Test
  void lines_fitAWideTerminal(Cli cli) {
    for (String name : List.of("Ceres", "Halley", "'Oumuamua", "1998 QE2", "Eris")) {
      assertThat(cli.on("show", name).outLines())
          .as(name)
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(140));
    }
  }
}
