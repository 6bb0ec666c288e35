package dev.assay.cli;

import dev.assay.application.query.PlanetFormat;
import dev.assay.cli.CommonOptions.Format;
import dev.assay.ports.PlanetEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints planets as a table for people, or as CSV or JSON for programs. */
final class PlanetListing {

  private static final String FOOTNOTE =
      "Mass and radius in Earths. A mass from a radius is an estimate, above 10 Earth radii an"
          + " interval only.";

  private final Console console;
  private final Format format;

  PlanetListing(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  void print(List<PlanetEntry> planets) {
    switch (format) {
      case TABLE -> printTable(planets);
      case CSV -> console.out().print(PlanetFormat.csv(planets));
      case JSON -> console.out().println(PlanetFormat.json(planets));
    }
  }

  private void printTable(List<PlanetEntry> planets) {
    TextTable table =
        TextTable.of(
            "#>",
            "planet",
            "star",
            "found>",
            "by",
            "period d>",
            "radius>",
            "mass>",
            "68 % from>",
            "to>",
            "mass from",
            "kg/m3>");
    int place = 0;
    for (PlanetEntry planet : planets) {
      table.add(
          String.valueOf(++place),
          planet.name(),
          text(planet.host()),
          text(planet.discoveryYear()),
          text(planet.discoveryMethod()),
          Numbers.significant(planet.orbitalPeriodDays()),
          Numbers.significant(planet.radiusEarths()),
          Numbers.significant(planet.massEarths()),
          Numbers.significant(planet.massLowEarths()),
          Numbers.significant(planet.massHighEarths()),
          text(planet.massSource()),
          Numbers.significant(planet.densityKgM3()));
    }
    table.print(console.out());
    if (!planets.isEmpty()) {
      console.out().println(FOOTNOTE);
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? Numbers.UNKNOWN : value.toString();
  }
}
