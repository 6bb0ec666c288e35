package dev.assay.cli;

import dev.assay.application.query.EntryFormat;
import dev.assay.cli.CommonOptions.Format;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.TopQuery.Ranking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Prints a list of bodies as a table for people, or as CSV or JSON for programs. */
final class EntryListing {

  private static final List<String> MISSION_COLUMNS =
      List.of("profit USD>", "pays at x>", "payload kg>", "years>", "sold");

  private final Console console;
  private final Format format;
  private final Ranking ranking;

  EntryListing(Console console, Format format, Ranking ranking) {
    this.console = console;
    this.format = format;
    this.ranking = ranking;
  }

  void print(List<CatalogueEntry> entries) {
    switch (format) {
      case TABLE -> printTable(entries);
      case CSV -> print(entries, EntryFormat.CSV);
      case JSON -> print(entries, EntryFormat.JSON);
    }
  }

  private void print(List<CatalogueEntry> entries, EntryFormat as) {
    try (EntryFormat.EntryWriter writer = as.open(console.out())) {
      entries.forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void printTable(List<CatalogueEntry> entries) {
    TextTable table =
        TextTable.of(
            "#>",
            "body",
            "orbit",
            "class",
            "dv km/s>",
            "D km>",
            "mass kg>",
            "value USD>",
            "68 % from>",
            "to>",
            "access.>");
    if (aboutMissions()) {
      for (String column : MISSION_COLUMNS) {
        table = table.withColumn(column);
      }
    }
    int place = 0;
    for (CatalogueEntry entry : entries) {
      table.add(row(++place, entry));
    }
    table.print(console.out());
    if (!entries.isEmpty()) {
      ModelRemarks remarks = ModelRemarks.of(entries.get(0).model());
      console.out().println(remarks.footnote());
      if (aboutMissions()) {
        console.out().println(remarks.profitFootnote());
      }
    }
  }

  private String[] row(int place, CatalogueEntry entry) {
    String[] cells = {
      String.valueOf(place),
      entry.fullName(),
      entry.orbitClass(),
      Numbers.likelyClass(entry),
      Numbers.fixed(entry.deltaVKmS(), 3),
      Numbers.significant(entry.diameterKm()),
      Numbers.significant(entry.massKg()),
      Numbers.significant(entry.valueUsd()),
      Numbers.significant(entry.valueLowUsd()),
      Numbers.significant(entry.valueHighUsd()),
      Numbers.share(entry.accessibility())
    };
    return aboutMissions() ? withMission(cells, entry) : cells;
  }

  private static String[] withMission(String[] cells, CatalogueEntry entry) {
    String destination = entry.missionDestination();
    Double factor = entry.breakEvenPriceFactor();
    String[] more = {
      Numbers.significant(entry.profitUsd()),
      factor == null ? Numbers.UNKNOWN : Numbers.significant(factor),
      Numbers.significant(entry.missionPayloadKg()),
      Numbers.fixed(entry.missionYears(), 2),
      destination == null ? Numbers.UNKNOWN : destination
    };
    String[] all = Arrays.copyOf(cells, cells.length + more.length);
    System.arraycopy(more, 0, all, cells.length, more.length);
    return all;
  }

  private boolean aboutMissions() {
    return ranking == Ranking.PROFIT || ranking == Ranking.BREAK_EVEN;
  }
}
