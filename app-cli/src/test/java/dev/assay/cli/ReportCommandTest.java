package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import dev.assay.domain.table.DataTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code assay report} as a user runs it. */
@ExtendWith(SampleCatalogue.class)
class ReportCommandTest {

  @TempDir private Path folder;

  @Test
  void report_toAFile_isOneWholePage(Cli cli) throws IOException {
    Path file = folder.resolve("report.html");
    Outcome outcome = cli.on("report", "--output", file.toString()).succeeded();

    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("report written to " + file + "\n");
    Document page = Jsoup.parse(Files.readString(file));
    assertThat(page.title()).startsWith("Assay report ");
    assertThat(page.select("#headline dd").first()).isNotNull();
    assertThat(page.select("#headline dd").eachText()).startsWith("123", "59");
    assertThat(page.select("#headline dd").eachText()).endsWith("24");
    assertThat(page.select("#quality").text()).contains("small-bodies.json");
    assertThat(page.select("footer").text()).contains("Apache ECharts 5.3.1", "Apache License 2.0");
    assertThat(folder.toFile().list()).containsExactly("report.html");
  }

  @Test
  void report_library_isTheVersionThatTheNoticeNames(Cli cli) {
    String page = cli.on("report", "--output=-").succeeded().out();

    assertThat(page).startsWith("<!doctype html>").endsWith("</html>\n").contains("\"5.3.1\"");
  }

  @Test
  void report_licence_comesWithTheProgram() {
    for (String name : new String[] {"LICENSE", "NOTICE", "LICENSE-d3"}) {
      assertThat(ReportCommand.class.getResource("echarts/" + name)).as(name).isNotNull();
    }
  }

  @Test
  void report_secondRefresh_tellsWhatChanged() throws IOException {
    Cli cli = new Cli(folder.resolve("data"));
    Path table = folder.resolve("table.csv");
    cli.refresh(Files.writeString(table, Table.bodies(50).csv())).succeeded();
    cli.refresh(Files.writeString(table, Table.bodies(60).csv())).succeeded();

    Document page = Jsoup.parse(cli.on("report", "--output=-").succeeded().out());

    assertThat(page.select("#changes dd").eachText()).containsExactly("10", "0", "0", "50");
  }

  @Test
  void report_ownPrices_areShown(Cli cli) throws IOException {
    Path prices =
        Files.writeString(
            folder.resolve("prices.csv"),
            DataTable.bundled("prices.csv")
                .replace("platinum,63300,2026-04-02,Kitco", "platinum,1,2026-05-05,my dealer"));

    assertThat(cli.on("report", "--output=-", "--prices", prices.toString()).succeeded().out())
        .contains("my dealer")
        .doesNotContain("63300");
  }

  @Test
  void report_noCatalogue_saysHowToLoadOne() {
    Outcome outcome = new Cli(folder.resolve("none")).on("report");

    assertThat(outcome.problem()).contains("load one with: assay demo");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void report_placeThatCannotBe_isNamed(Cli cli) {
    assertThat(cli.on("report", "--output", folder.toString()).problem())
        .contains("it is a directory");
    assertThat(cli.on("report", "--output", folder.resolve("no/r.html").toString()).problem())
        .contains("does not exist");
  }
}
