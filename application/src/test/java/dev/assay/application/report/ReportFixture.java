package dev.assay.application.report;

import dev.assay.domain.market.PriceList;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.Planets;
import dev.assay.ports.RunRecord;
import dev.assay.ports.memory.InMemoryCatalogue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Catalogues in memory, and reports on them. */
final class ReportFixture {

  static final Instant NOW = Instant.parse("2026-11-01T03:07:00Z");
  static final ChartLibrary LIBRARY = new ChartLibrary("var echarts = {};", "Charts: a library");

  private final InMemoryCatalogue catalogue = new InMemoryCatalogue();

  /** Makes bodies, and planets, the active generation. */
  ReportFixture publish(String generation, List<Planets> planets, Entries... bodies) {
    GenerationId id = new GenerationId(generation);
    catalogue.create(id);
    catalogue.putPlanets(new PlanetTable(id, planets.stream().map(Planets::entry).toList()));
    List<CatalogueRow> rows =
        IntStream.range(0, bodies.length).mapToObj(i -> bodies[i].row(0, i + 1)).toList();
    if (!rows.isEmpty()) {
      catalogue.put(new BodyBatch(id, 0, rows));
    }
    catalogue.seal(id);
    catalogue.activate(id);
    return this;
  }

  ReportFixture publish(String generation, Entries... bodies) {
    return publish(generation, List.of(), bodies);
  }

  CatalogueReader active() {
    return catalogue.read().orElseThrow();
  }

  @Nullable CatalogueReader previous() {
    return catalogue.readPrevious().orElse(null);
  }

  Findings findings() {
    return Findings.gather(active(), previous());
  }

  String html(@Nullable RunRecord run) {
    return new ReportPage(LIBRARY)
        .render(new ReportRequest(active(), previous(), run, PriceList.bundled(), NOW));
  }

  Document page(@Nullable RunRecord run) {
    return Jsoup.parse(html(run));
  }

  Document page() {
    return page(null);
  }

  /** The texts of a row of the table that is called so. */
  static List<List<String>> table(Document page, String caption) {
    return page.select("table").stream()
        .filter(table -> table.select("caption").text().equals(caption))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no table " + caption))
        .select("tbody tr")
        .stream()
        .map(row -> row.children().eachText())
        .toList();
  }

  /** A card's number by its name. */
  static String card(Document page, String part, String name) {
    return page.select("#" + part + " dl.cards > div").stream()
        .filter(card -> card.select("dt").text().startsWith(name))
        .map(card -> card.select("dd").text())
        .reduce((one, other) -> one + " and " + other)
        .orElse("no card " + name + " among " + Arrays.asList(page.select("dt").eachText()));
  }
}
