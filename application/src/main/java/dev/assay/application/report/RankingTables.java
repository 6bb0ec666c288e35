package dev.assay.application.report;

import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.TopQuery.Ranking;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The best bodies by each ranking, every number with its 68 % interval. */
final class RankingTables {

  private static final Map<Ranking, String> TITLES =
      Map.of(
          Ranking.VALUE, "Highest gross value",
          Ranking.PROFIT, "Highest profit of one reference mission",
          Ranking.ACCESSIBILITY, "Most accessible",
          Ranking.DELTA_V, "Lowest delta-v",
          Ranking.MASS, "Heaviest",
          Ranking.DIAMETER, "Largest");

  private static final List<String> HEADERS =
      List.of(
          "body",
          "orbit class",
          "class",
          "delta-v, km/s",
          "accessibility",
          "diameter, km",
          "mass, kg",
          "gross value, USD",
          "profit, USD");

  private RankingTables() {}

  static void write(Element into, Map<Ranking, List<CatalogueEntry>> best) {
    best.forEach((ranking, entries) -> write(into, ranking, entries));
  }

  private static void write(Element into, Ranking ranking, List<CatalogueEntry> entries) {
    String title = TITLES.getOrDefault(ranking, ranking.code());
    into.appendElement("h3").attr("id", "best-" + ranking.code()).text(title);
    if (entries.isEmpty()) {
      Markup.paragraph(into, "The model of this catalogue states no " + ranking.code() + ".");
      return;
    }
    Element body = Markup.table(into, title + ", the best " + entries.size(), HEADERS);
    for (CatalogueEntry entry : entries) {
      Markup.row(
          body,
          List.of(
              entry.fullName().strip(),
              entry.orbitClass(),
              likelyClass(entry.spectralClass(), entry.classConfidence()),
              Figures.significant(entry.deltaVKmS()),
              Figures.significant(entry.accessibility()),
              Figures.spread(entry.diameterKm(), entry.diameterSigmaLn()),
              Figures.spread(entry.massKg(), entry.massSigmaLn()),
              Figures.interval(entry.valueUsd(), entry.valueLowUsd(), entry.valueHighUsd()),
              Figures.significant(entry.profitUsd())));
    }
  }

  private static String likelyClass(@Nullable String likely, @Nullable Double confidence) {
    if (likely == null) {
      return Figures.UNKNOWN;
    }
    return confidence == null ? likely : likely + " " + Math.round(100 * confidence) + " %";
  }
}
