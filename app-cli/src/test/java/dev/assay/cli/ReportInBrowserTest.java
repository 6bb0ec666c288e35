package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Browser.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as a real browser shows it; skipped where there is none. */
@ExtendWith(SampleCatalogue.class)
class ReportInBrowserTest {

  /** Tells how wide the page is, in a place where a test finds it. */
  private static final String MEASURE =
      "<script>document.title = document.documentElement.scrollWidth + ' of ' +"
          + " document.documentElement.clientWidth;</script></body>";

  @TempDir private Path folder;

  private Path report(Cli cli) {
    Path file = folder.resolve("report.html");
    cli.on("report", "--output", file.toString()).succeeded();
    return file;
  }

  @Test
  void charts_areDrawn_withoutComplaintOrRequest(Cli cli) throws IOException, InterruptedException {
    Browser browser = Browser.find(folder);

    Opened opened = browser.open(report(cli));

    assertThat(opened.dom().select(".chart"))
        .hasSize(6)
        .allSatisfy(ReportInBrowserTest::assertDrawn);
    // One mark per body that has both numbers, so the points are really there.
    assertThat(opened.dom().select("#chart-scatter svg path")).hasSizeGreaterThan(100);
    assertThat(opened.console()).isEmpty();
    assertThat(opened.hosts()).isEmpty();
  }

  private static void assertDrawn(Element chart) {
    assertThat(chart.select("svg")).as(chart.id()).hasSize(1);
    assertThat(chart.select("svg path")).as(chart.id()).hasSizeGreaterThan(5);
    assertThat(chart.select("svg text").eachText()).as(chart.id()).contains("10");
  }

  /** That nothing is found above means something only if it would be found. */
  @Test
  void browser_pageThatComplainsAndAsks_isFoundOut() throws IOException, InterruptedException {
    Browser browser = Browser.find(folder);
    Path page =
        Files.writeString(
            folder.resolve("planted.html"),
            "<!DOCTYPE html><title>x</title><img src='http://planted.example/x.png'>"
                + "<script>console.error('planted complaint');</script>");

    Opened opened = browser.open(page);

    assertThat(opened.console()).anySatisfy(l -> assertThat(l).contains("planted complaint"));
    assertThat(opened.hosts()).containsExactly("planted.example");
  }

  /**
   * The policy in its head holds: what somebody puts into the page does not run and asks nobody.
   */
  @Test
  void policy_plantedScriptAndPicture_areRefused(Cli cli) throws IOException, InterruptedException {
    Browser browser = Browser.find(folder);
    String html = Files.readString(report(cli));
    Path planted =
        Files.writeString(
            folder.resolve("planted.html"),
            html.replace(
                "</body>",
                "<img src='http://planted.example/x.png'>"
                    + "<script>document.title = 'taken over';</script></body>"));

    Opened opened = browser.open(planted);

    assertThat(opened.dom().title()).startsWith("Assay report");
    assertThat(opened.hosts()).isEmpty();
    assertThat(opened.console()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 800, 1400})
  void page_atAnyWidth_doesNotScrollSideways(int width, Cli cli)
      throws IOException, InterruptedException {
    Browser browser = Browser.find(folder);
    String html = Files.readString(report(cli));
    String open = html.replace("</body>", MEASURE).replace("<details>", "<details open>");
    Path measured =
        Files.writeString(
            folder.resolve("measured.html"),
            open.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", ""));

    String title = browser.open(measured, "--window-size=" + width + ",900").dom().title();

    String[] widths = title.split(" of ", 2);
    assertThat(widths).as(title).hasSize(2);
    assertThat(Integer.parseInt(widths[0]))
        .as(title)
        .isLessThanOrEqualTo(Integer.parseInt(widths[1]));
  }

  @Test
  void print_isAPdfOfSeveralPages(Cli cli) throws IOException, InterruptedException {
    Browser browser = Browser.find(folder);

    Path pdf = browser.print(report(cli));

    assertThat(Files.readAllBytes(pdf)).startsWith('%', 'P', 'D', 'F').hasSizeGreaterThan(50_000);
  }
}
