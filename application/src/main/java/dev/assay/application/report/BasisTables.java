package dev.assay.application.report;

import dev.assay.domain.exoplanet.PlanetMassSource;
import dev.assay.domain.market.Commodity;
import dev.assay.domain.market.Price;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.table.DataTable;
import dev.assay.ports.PlanetEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;

/** Planets of other stars; prices and assumptions with their dates and sources. */
final class BasisTables {

  private BasisTables() {}

  static void planets(Element into, List<PlanetEntry> planets) {
    if (planets.isEmpty()) {
      Markup.paragraph(into, "This catalogue was loaded without a table of exoplanets.");
      return;
    }
    Counts sources = new Counts();
    planets.forEach(planet -> sources.add(planet.massSource()));
    Element body =
        Markup.table(
            into,
            "How the masses of planets are known",
            List.of("mass from", "planets", "what it is"));
    for (Counts.Count count : sources.mostFrequentFirst()) {
      Markup.row(body, List.of(count.what(), Figures.count(count.times()), origin(count.what())));
    }
  }

  private static String origin(String code) {
    return Arrays.stream(PlanetMassSource.values())
        .map(PlanetMassSource::provenance)
        .filter(provenance -> provenance.code().equals(code))
        .map(
            provenance ->
                provenance.basis().name().toLowerCase(Locale.ROOT)
                    + ": "
                    + provenance.method()
                    + " ["
                    + provenance.source()
                    + "]")
        .findFirst()
        .orElse("");
  }

  static void prices(Element into, PriceList prices) {
    Element body =
        Markup.table(into, "Prices on Earth", List.of("commodity", "USD per kg", "date", "source"));
    for (Commodity commodity : Commodity.values()) {
      Price price = prices.of(commodity);
      Markup.row(
          body,
          List.of(
              commodity.code(),
              Figures.significant(price.usdPerKilogram()),
              price.date().toString(),
              price.source()));
    }
  }

  /** A bundled table of single numbers. */
  static void assumptions(Element into, String caption, String file) {
    List<String> columns = List.of("name", "value", "source");
    Element body = Markup.table(into, caption, columns);
    for (DataTable.Row row : DataTable.parse(file, DataTable.bundled(file), columns).rows()) {
      Markup.row(body, columns.stream().map(row::text).toList());
    }
  }
}
