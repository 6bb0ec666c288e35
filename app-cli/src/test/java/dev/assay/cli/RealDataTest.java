package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as they were published. Skipped where they are not at hand, as in a lone clone. */
class RealDataTest {

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void emptyFolder() {
    cli = new Cli(folder.resolve("data"));
  }

  @Test
  void brightAsteroidsOf2022_withAllSideSources() {
    Outcome outcome =
        cli.on(
                "refresh",
                "--offline",
                "--small-bodies=" + SharedData.file("sbdb/query-asteroids-2022-11.json"),
                "--delta-v=" + SharedData.file("delta-v/benner-2013.txt"),
                "--masses=" + SharedData.file("masses/masses.txt"),
                "--exoplanets=" + SharedData.file("exoplanets/pscomppars-16col.csv"))
            .succeeded();

    assertThat(outcome.err())
        .contains("query-asteroids-2022-11.json: 7099 read = 7099 accepted + 0 rejected\n")
        .contains("benner-2013.txt: 9726 read = 9726 accepted + 0 rejected\n")
        .contains("masses.txt: 779 read = 776 accepted + 3 rejected")
        .contains("pscomppars-16col.csv: 6336 read = 6336 accepted + 0 rejected")
        .contains("note: delta-v agrees with the published list within 0.05 km/s for ")
        .contains("7099 bodies loaded");
    assertThat(show("Ceres")).containsEntry("designation", "1").containsEntry("h_mag", 3.33);
    assertThat(show("433")).containsEntry("name", "Eros").containsEntry("orbit_class", "AMO");
    assertThat(show("A801 AA")).containsEntry("name", "Ceres");
    assertThat((Double) show("Ceres").get("mass_kg")).isBetween(9.0e20, 9.8e20);
    assertThat(cli.on("top", "--limit", "5").succeeded().outLines()).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({
    "mainbelt-57-specs-gm.csv, 57, 57",
    "neo-2020-75col.csv, 4226, 4226",
    "neos-2022-resaved-by-pandas.csv, 29237, 29237",
    "larger-than-10km-2021-unicode.csv, 10160, 4784"
  })
  void exportOfTheWebTool_isTakenAsItIs(String name, long read, long usable) {
    cli.refresh(SharedData.file("sbdb/" + name)).succeeded();

    assertAccounts(name, read, usable);
  }

  @Test
  void thinSpaceInADiameter_doesNotHideIt() {
    cli.refresh(SharedData.file("sbdb/larger-than-10km-2021-unicode.csv")).succeeded();

    assertThat(show("Psyche")).containsEntry("diameter_km", 226.0);
  }

  @Test
  void severalTables_theLaterWins_andIsCounted() {
    Path older = SharedData.file("sbdb/neo-2020-75col.csv");
    Path newer = SharedData.file("sbdb/neos-2022-resaved-by-pandas.csv");

    cli.refresh(older, newer).succeeded();

    // 4,162 designations are in both files.
    assertThat(counts("neo-2020-75col.csv")).containsSequence("4226", "64", "0", "4162");
    assertThat(counts("neos-2022-resaved-by-pandas.csv")).containsSequence("29237", "29237", "0");
    assertThat(cli.export().lines()).hasSize(1 + 64 + 29_237);
    assertThat(show("1685")).as("the newer file has no H").containsEntry("h_mag", null);
  }

  @Test
  void packedTable_isTheSame() throws IOException {
    Path plain = SharedData.file("sbdb/mainbelt-57-specs-gm.csv");
    cli.refresh(plain).succeeded();
    String expected = cli.export();

    cli.refresh(Table.gzip(folder.resolve("t.csv.gz"), Files.readString(plain))).succeeded();

    assertThat(cli.export()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "sbdb/query-count-only-2026-10.json, count-only",
    "sbdb/query-neo-2026-07-limit3.json, lacks e",
    "masses/masses.txt, lacks",
    "delta-v/benner-2013.txt, lacks"
  })
  void anotherKindOfFile_isRefused(String name, String wrong) {
    assertThat(cli.refresh(SharedData.file(name)).problem()).contains(name, wrong);
  }

  private void assertAccounts(String file, long read, long usable) {
    String[] counts = counts(file);
    assertThat(Long.parseLong(counts[1])).isEqualTo(read);
    assertThat(Long.parseLong(counts[2]) + Long.parseLong(counts[4])).isEqualTo(usable);
    assertThat(Long.parseLong(counts[3])).isEqualTo(read - usable);
  }

  /** Name, read, accepted, rejected, superseded. */
  private String[] counts(String file) {
    String row =
        cli.on("runs", "--format", "csv")
            .out()
            .lines()
            .filter(line -> line.contains(file))
            .findFirst()
            .orElseThrow();
    return row.substring(row.indexOf(file)).split(",");
  }

  private Map<String, Object> show(String name) {
    return Json.object(cli.on("show", name, "--format", "json").succeeded().out());
  }
}
