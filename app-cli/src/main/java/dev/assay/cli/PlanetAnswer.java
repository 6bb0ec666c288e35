package dev.assay.cli;

import dev.assay.application.query.PlanetFormat;
import dev.assay.cli.CommonOptions.Format;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.PlanetEntry;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code assay show} answers to the name of a planet or of its star. */
final class PlanetAnswer {

  /** The richest system known has eight. */
  private static final int MOST_OF_A_STAR = 20;

  private final Console console;
  private final Format format;

  PlanetAnswer(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  /** Prints a planet as a page, the planets of a star as a list; false if there is neither. */
  boolean print(CatalogueReader catalogue, String wanted) {
    List<PlanetEntry> found = catalogue.findPlanets(wanted, MOST_OF_A_STAR);
    if (found.size() == 1) {
      print(found.get(0));
    } else if (!found.isEmpty()) {
      new PlanetListing(console, format).print(found);
    }
    return !found.isEmpty();
  }

  private void print(PlanetEntry planet) {
    switch (format) {
      case TABLE -> new PlanetSheet(planet).print(console.out());
      case JSON -> console.out().println(PlanetFormat.object(planet));
      case CSV -> console.out().print(PlanetFormat.csv(List.of(planet)));
    }
  }

  /** What to add to "no such body": planets of a similar name, or nothing. */
  static String hint(CatalogueReader catalogue, String wanted, int limit) {
    List<PlanetEntry> similar = catalogue.similarPlanets(wanted, limit);
    return similar.isEmpty()
        ? ""
        : "; similar planets: "
            + similar.stream().map(PlanetEntry::name).collect(Collectors.joining(", "));
  }
}
