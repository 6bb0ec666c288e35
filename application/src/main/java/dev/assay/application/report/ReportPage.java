package dev.assay.application.report;

import dev.assay.ports.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The report as one HTML page that needs nothing else: style, data and the library that draws the
 * charts are inside, and a policy in its head forbids the browser to fetch anything or to run any
 * other script.
 */
public final class ReportPage {

  private static final String ASTERANK_NOTE =
      "This catalogue reproduces the published numbers of Asterank, known errors included. They are"
          + " not meant to be true.";

  private final ChartLibrary library;

  /**
   * Makes pages with a library for charts.
   *
   * @param library draws the charts
   */
  public ReportPage(ChartLibrary library) {
    this.library = library;
  }

  /**
   * Gathers a report and renders it. Reads the catalogue once in designation order, and the
   * generation before along with it; the memory this takes does not grow with their size.
   *
   * @param request what it is made of
   * @return the page
   * @throws dev.assay.ports.PortException if the active generation cannot be read
   */
  public String render(ReportRequest request) {
    Findings findings = Findings.gather(request.active(), request.previous());
    Document page = Jsoup.parse(resource("report.html"));
    page.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
    part(page, "style").appendChild(new DataNode(resource("report.css")));
    head(page, request, findings);
    Charts charts = new Charts();
    body(page, request, findings, charts);
    scripts(page, charts);
    return page.outerHtml() + "\n";
  }

  private static void head(Document page, ReportRequest request, Findings findings) {
    String generation = request.active().generation().value();
    page.title("Assay report " + generation);
    Element about = part(page, "about");
    RunRecord run = request.run();
    String loaded =
        run == null ? "" : ", loaded " + run.startedAt().truncatedTo(ChronoUnit.SECONDS);
    String made = request.at().truncatedTo(ChronoUnit.SECONDS).toString();
    Markup.paragraph(
        about, "Catalogue " + generation + loaded + "; report made " + made + " (UTC).");
    String models =
        String.join(
            ", ",
            findings.tally().models.mostFrequentFirst().stream().map(Counts.Count::what).toList());
    Markup.paragraph(about, "Valuation model: " + models + ".");
    if (models.contains("asterank")) {
      Markup.paragraph(about, ASTERANK_NOTE).addClass("warning");
    }
  }

  private static void body(Document page, ReportRequest request, Findings findings, Charts charts) {
    Overview overview = new Overview(findings, charts);
    overview.headline(part(page, "headline"));
    overview.scatter(part(page, "scatter"));
    overview.distributions(part(page, "distributions"));
    RankingTables.write(part(page, "rankings"), findings.best());
    new QualityTables(findings.tally()).write(part(page, "quality"), request.run());
    ChangeTables.write(part(page, "changes"), findings.changes(), findings.noChanges());
    BasisTables.planets(part(page, "planets"), findings.planets());
    Element basis = part(page, "basis");
    BasisTables.prices(basis, request.prices());
    BasisTables.assumptions(basis, "Assumptions where nothing is stated", "assumptions.csv");
    BasisTables.assumptions(basis, "Assumptions on exoplanets", "exoplanets.csv");
  }

  private void scripts(Document page, Charts charts) {
    String drawing = resource("report.js").strip();
    part(page, "chart-data").appendChild(new DataNode(charts.json()));
    part(page, "library").appendChild(new DataNode(library.script())).removeAttr("id");
    part(page, "drawing").appendChild(new DataNode(drawing)).removeAttr("id");
    part(page, "library-notice").text(library.notice());
    part(page, "policy")
        .attr(
            "content",
            "default-src 'none'; style-src 'unsafe-inline'; script-src "
                + checksum(library.script())
                + " "
                + checksum(drawing)
                + "; base-uri 'none'; form-action 'none'")
        .removeAttr("id");
  }

  private static Element part(Document page, String id) {
    return Objects.requireNonNull(page.getElementById(id), id);
  }

  private static String checksum(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read from the library", e);
    }
  }
}
