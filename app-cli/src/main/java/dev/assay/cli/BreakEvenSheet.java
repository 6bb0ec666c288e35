package dev.assay.cli;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.mission.BreakEven.Answer;
import dev.assay.domain.mission.BreakEven.None;
import dev.assay.domain.mission.BreakEven.Pays;
import dev.assay.domain.value.AssayTables;
import dev.assay.ports.CatalogueEntry;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What would make the reference mission to a body pay. */
final class BreakEvenSheet {

  private static final None NO_COST =
      new None("Asterank's profit contains no cost, so there is nothing to break even with");

  private final CatalogueEntry entry;
  private final Answer prices;
  private final Answer launch;
  private final @Nullable Double launchUsdPerKg;
  private final boolean agrees;

  BreakEvenSheet(CatalogueEntry entry, AssayTables tables) {
    this.entry = entry;
    if (entry.model().equals(AsterankModel.NAME)) {
      this.prices = NO_COST;
      this.launch = NO_COST;
      this.launchUsdPerKg = null;
      this.agrees = true;
    } else {
      EntryMission mission = new EntryMission(entry, tables);
      this.prices = mission.breakEven().priceLevel();
      this.launch = mission.breakEven().launchPrice();
      this.launchUsdPerKg = mission.model().parameters().costs().launchUsdPerKg();
      this.agrees = mission.agreesWithCatalogue();
    }
  }

  void print(Console console, CommonOptions.Format format) {
    switch (format) {
      case TABLE -> print(console.out());
      case JSON -> fields().printJson(console.out());
      case CSV -> fields().printCsv(console.out());
    }
  }

  /** Warns if the catalogue rests on other numbers than this sheet. */
  void warn(Console console) {
    if (!agrees) {
      console.flush();
      console
          .err()
          .println(
              "note: the catalogue was made with other prices or another mission, so its profit"
                  + " differs; give the same --prices and --mission");
    }
  }

  private void print(PrintWriter out) {
    out.println(entry.fullName());
    out.println();
    out.println("What would make one reference mission pay, all else as it is:");
    out.println();
    line(out, "profit now", usd(entry.profitUsd()), MissionSheet.described(entry));
    line(
        out,
        "price level",
        prices instanceof Pays pays ? Numbers.significant(pays.at()) + " x" : "none",
        prices instanceof Pays
            ? "pays above; factor on all prices at the destination"
            : reason(prices));
    line(
        out,
        "launch price",
        launch instanceof Pays pays ? side(pays) + " " + usd(pays.at()) + "/kg" : "none",
        launch instanceof Pays ? launchRemark() : reason(launch));
  }

  private static void line(PrintWriter out, String what, String value, String remark) {
    out.println(
        String.format(Locale.ROOT, "  %-14s %-26s %s", what, value, remark).stripTrailing());
  }

  private static String usd(@Nullable Double value) {
    return value == null ? "unknown" : Numbers.significant(value) + " USD";
  }

  private String launchRemark() {
    return "to low Earth orbit, now "
        + Numbers.significant(launchUsdPerKg)
        + "; it sets both the cost and what goods in space are worth";
  }

  private static String side(Pays pays) {
    return pays.above() ? "above" : "below";
  }

  private static @Nullable String reasonOrNull(Answer answer) {
    return answer instanceof None none ? none.reason() : null;
  }

  private static String reason(Answer answer) {
    String reason = reasonOrNull(answer);
    return reason == null ? "" : reason;
  }

  private Fields fields() {
    Fields fields = new Fields();
    fields.text("designation", entry.designation());
    fields.text("full_name", entry.fullName());
    fields.text("model", entry.model());
    fields.number("profit_usd", entry.profitUsd());
    fields.text("mission_status", entry.missionStatus());
    fields.text("mission_destination", entry.missionDestination());
    fields.number("price_factor", prices instanceof Pays pays ? (Double) pays.at() : null);
    fields.text("price_factor_none_because", reasonOrNull(prices));
    fields.number("launch_usd_per_kg_now", launchUsdPerKg);
    fields.number("launch_usd_per_kg", launch instanceof Pays pays ? (Double) pays.at() : null);
    fields.text("launch_pays", launch instanceof Pays pays ? side(pays) : null);
    fields.text("launch_none_because", reasonOrNull(launch));
    return fields;
  }
}
