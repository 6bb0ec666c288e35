package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoCommandTest {

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void folderWithAnAwkwardName() {
    cli = new Cli(folder.resolve("ünder way, with spaces").resolve("data"));
  }

  @Test
  void demo_endsWithTheTopTenAndThePaths() {
    Outcome outcome = cli.on("demo").succeeded();

    List<String> lines = outcome.outLines();
    assertThat(lines).hasSize(14);
    assertThat(lines.get(0)).isEqualTo("The ten of highest gross value within 7 km/s:");
    assertThat(lines.get(2)).contains("body", "dv km/s", "value USD");
    assertThat(lines.get(3)).contains("1  433 Eros (A898 PA)");
    assertThat(lines.subList(3, 13)).allMatch(line -> line.matches(" ?\\d+ +\\S.*"));
    assertThat(outcome.err())
        .contains("small-bodies.json: 123 read = 123 accepted + 0 rejected\n")
        .contains("123 bodies loaded in ")
        .contains("Files are in " + cli.data().toAbsolutePath());
  }

  @Test
  void quietDemo_printsNothingButTheTopTen() {
    Outcome outcome = cli.on("demo", "--quiet").succeeded();

    assertThat(outcome.outLines()).hasSize(14);
    assertThat(outcome.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"csv, 11", "json, 12"})
  void demo_forPrograms_isTheListAlone(String format, int lines) {
    Outcome outcome = cli.on("demo", "--format", format).succeeded();

    assertThat(outcome.outLines()).hasSize(lines);
    assertThat(outcome.out()).contains("433 Eros (A898 PA)").doesNotContain("The ten");
  }

  @Test
  void secondDemo_replacesTheFirst() {
    cli.on("demo").succeeded();
    String before = cli.export();

    cli.on("demo").succeeded();

    assertThat(cli.export()).isEqualTo(before);
    assertThat(cli.on("runs", "--format", "csv").out()).contains("succeeded");
  }
}
