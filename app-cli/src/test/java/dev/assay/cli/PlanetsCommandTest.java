package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code assay planets}, and planets in {@code assay show}. */
@ExtendWith(SampleCatalogue.class)
class PlanetsCommandTest {

  @TempDir private Path folder;

  @Test
  void planets_table_isHeaviestFirstWithItsOrigin(Cli cli) {
    Outcome outcome = cli.on("planets", "--limit=3").succeeded();

    assertThat(outcome.outLines()).hasSize(5);
    assertThat(outcome.outLines().get(1))
        .matches(" *1 +bet Pic b +bet Pic +2008 +Imaging +- +- +3780 +2820 +4710 +mass +-");
    assertThat(outcome.outLines().get(4)).contains("above 10 Earth radii an interval only");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void planets_csvAndJson_haveEveryColumn(Cli cli) {
    Outcome csv = cli.on("planets", "--limit=100", "--format=csv").succeeded();
    Outcome json = cli.on("planets", "--limit=100", "--format=json").succeeded();

    assertThat(csv.outLines()).hasSize(25);
    assertThat(csv.outLines().get(0)).startsWith("name,host,discovery_method,discovery_year,");
    assertThat(Json.array(json.out()))
        .hasSize(24)
        .last()
        .satisfies(planet -> assertThat(planet).containsEntry("name", "Barnard b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100001"})
  void planets_limitOutOfRange_isWrongUsage(String limit, Cli cli) {
    Outcome outcome = cli.on("planets", "--limit", limit);

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(outcome.problem()).contains("--limit must be 1 to 100000, was " + limit);
  }

  @Test
  void planets_noCatalogue_saysHowToLoadOne() {
    Outcome outcome = new Cli(folder).on("planets");

    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.problem()).contains("load one with: assay demo");
  }

  @Test
  void planets_refreshedWithout_saysSo() {
    Cli cli = new Cli(folder.resolve("data"));
    cli.on(
            "refresh",
            "--offline",
            "--delta-v=bundled:delta-v.html",
            "--small-bodies=bundled:small-bodies.json")
        .succeeded();

    Outcome outcome = cli.on("planets").succeeded();

    assertThat(outcome.err()).contains("no planets in the catalogue");
    assertThat(cli.on("planets", "--format=json").out().strip()).isEqualTo("[ ]");
    assertThat(cli.on("show", "Kepler-22 b").code()).isEqualTo(ExitCode.NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({"Kepler-22 b", "kepler-22B", "Kepler-22"})
  void show_planet_isASheetWithOrigins(String name, Cli cli) {
    Outcome outcome = cli.on("show", name).succeeded();

    assertThat(outcome.outLines().get(0)).isEqualTo("Kepler-22 b");
    assertThat(outcome.out())
        .containsPattern("\\n {2}star +Kepler-22 +195 pc away")
        .containsPattern(
            "\\n {2}radius +2.1\\d* Earths \\(1.98\\d*\\.\\.2.22\\d*\\) +0.187 Jupiters")
        .containsPattern(
            "\\n {2}mass +5.06 Earths \\(\\S+\\.\\.\\S+\\) .*derived: from its radius .*Chen")
        .containsPattern("\\n {2}listed mass +below 9.1\\d* Earths +NASA Exoplanet Archive, Mass")
        .containsPattern("\\n {2}density +unknown +stated only where");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void show_minimumMass_saysWhatItIs(Cli cli) {
    assertThat(cli.on("show", "51 Peg b").succeeded().out())
        .containsPattern(
            "\\n {2}mass +169 Earths \\(148\\.\\.270\\) +0.531 Jupiters; derived: 1.155")
        .containsPattern("\\n {2}listed mass +146 Earths +NASA Exoplanet Archive, Msini");
  }

  @Test
  void show_star_listsItsPlanets(Cli cli) {
    assertThat(cli.on("show", "TRAPPIST-1").succeeded().out())
        .contains("TRAPPIST-1 b", "TRAPPIST-1 e");
  }

  @Test
  void show_planetAsJsonAndCsv_hasItsColumns(Cli cli) {
    Map<String, Object> json = Json.object(cli.on("show", "Kepler-10 b", "--format=json").out());

    assertThat(json)
        .containsEntry("host", "Kepler-10")
        .containsEntry("mass_source", "mass")
        .containsEntry("listed_mass_limit", null);
    assertThat(cli.on("show", "Kepler-10 b", "--format=csv").outLines()).hasSize(2);
  }

  @Test
  void show_misspeltPlanet_isNotFoundButSuggested(Cli cli) {
    Outcome outcome = cli.on("show", "Keppler-22 b");

    assertThat(outcome.code()).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(outcome.problem()).contains("similar planets: Kepler-22 b");
  }
}
