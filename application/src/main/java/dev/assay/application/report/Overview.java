package dev.assay.application.report;

import dev.assay.application.report.Histogram.Bin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** Headline counts, the chart of accessibility against value, and how bodies are distributed. */
final class Overview {

  private final Findings findings;
  private final Tally tally;
  private final Charts charts;

  Overview(Findings findings, Charts charts) {
    this.findings = findings;
    this.tally = findings.tally();
    this.charts = charts;
  }

  void headline(Element into) {
    Element list = into.appendElement("dl").addClass("cards");
    card(list, "bodies", tally.bodies());
    card(list, "near-Earth", tally.nearEarth());
    card(list, "potentially hazardous", tally.hazardous());
    card(list, "easier to reach than the Moon (under 6.0 km/s)", tally.easierThanTheMoon());
    card(list, "with a value", tally.bodies() - tally.withoutValue());
    card(list, "planets of other stars", findings.planets().size());
  }

  private static void card(Element list, String what, long count) {
    Element card = list.appendElement("div");
    card.appendElement("dt").text(what);
    card.appendElement("dd").text(Figures.count(count));
  }

  void scatter(Element into) {
    int shown = tally.sample.near().size() + tally.sample.others().size();
    String words =
        "Scatter chart of gross value against accessibility, "
            + Figures.count(shown)
            + " bodies; the table below has the same of all bodies.";
    charts.scatter(into, "chart-scatter", "Accessibility against gross value", words, tally.sample);
    Markup.paragraph(
            into,
            Figures.count(shown)
                + " of "
                + Figures.count(tally.bodies())
                + " bodies are drawn: up to "
                + Sample.EACH
                + " near-Earth and as many others, always the same. The best lie at the upper right.")
        .addClass("note");
    grid(Markup.details(into, "All bodies by accessibility and value, as a table"));
  }

  private void grid(Element into) {
    Grid grid = tally.grid;
    List<Integer> columns =
        IntStream.range(0, grid.columnCount()).filter(c -> !grid.isEmptyColumn(c)).boxed().toList();
    List<String> headers = new ArrayList<>(List.of("gross value, USD"));
    columns.forEach(column -> headers.add("accessibility " + grid.column(column)));
    Element body = Markup.table(into, "Number of bodies by gross value and accessibility", headers);
    for (int row = grid.rowCount() - 1; row >= 0; row--) {
      if (!grid.isEmptyRow(row)) {
        List<String> cells = new ArrayList<>(List.of(grid.row(row)));
        for (int column : columns) {
          cells.add(Figures.count(grid.count(row, column)));
        }
        Markup.row(body, cells);
      }
    }
  }

  void distributions(Element into) {
    counts(into, "chart-orbits", "Bodies by orbit class", "orbit class", tally.orbitClasses);
    counts(
        into,
        "chart-classes",
        "Bodies by most likely spectral class",
        "spectral class",
        tally.spectralClasses);
    histogram(into, "chart-delta-v", "Bodies by delta-v", "delta-v, km/s", tally.deltaV);
    histogram(into, "chart-diameter", "Bodies by diameter", "diameter, km", tally.diameter);
    histogram(into, "chart-value", "Bodies by gross value", "gross value, USD", tally.value);
  }

  private void counts(Element into, String id, String title, String what, Counts counts) {
    List<Counts.Count> frequent = counts.mostFrequentFirst();
    charts.counts(
        into, id, title, title + ", a bar chart; the table below has the numbers.", frequent);
    Element body =
        Markup.table(
            Markup.details(into, title + ", as a table"), title, List.of(what, "bodies", "share"));
    for (Counts.Count count : frequent) {
      Markup.row(
          body,
          List.of(
              count.what(),
              Figures.count(count.times()),
              Figures.share(count.times(), tally.bodies())));
    }
  }

  private void histogram(Element into, String id, String title, String unit, Histogram histogram) {
    charts.histogram(
        into,
        id,
        title,
        title + ", a bar chart; the table below has the numbers.",
        unit,
        histogram);
    Element body =
        Markup.table(
            Markup.details(into, title + ", as a table"),
            title,
            List.of(unit, "near-Earth", "other bodies"));
    for (Bin bin : histogram.bins()) {
      Markup.row(
          body, List.of(bin.range(), Figures.count(bin.near()), Figures.count(bin.others())));
    }
    Markup.row(body, List.of("unknown, of either kind", Figures.count(histogram.unknown()), ""));
  }
}
