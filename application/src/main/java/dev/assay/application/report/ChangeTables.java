package dev.assay.application.report;

import dev.assay.ports.CatalogueEntry;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What is different from the generation before. */
final class ChangeTables {

  private ChangeTables() {}

  static void write(Element into, @Nullable Changes changes, String otherwise) {
    if (changes == null) {
      Markup.paragraph(into, otherwise);
      return;
    }
    Element list = into.appendElement("dl").addClass("cards");
    card(list, "new", changes.addedCount());
    card(list, "gone", changes.removedCount());
    card(list, "changed", changes.changedCount());
    card(list, "the same", changes.sameCount());
    moves(into, changes);
    columns(into, changes);
    bodies(into, "The most valuable of the new bodies", changes.added());
    bodies(into, "The most valuable of the bodies that are gone", changes.removed());
  }

  private static void card(Element list, String what, long count) {
    Element card = list.appendElement("div");
    card.appendElement("dt").text(what);
    card.appendElement("dd").text(Figures.count(count));
  }

  private static void moves(Element into, Changes changes) {
    List<Changes.Move> moves = changes.moves();
    if (moves.isEmpty()) {
      Markup.paragraph(into, "No body changed its value.");
      return;
    }
    Element body =
        Markup.table(
            into,
            "The largest moves of value",
            List.of("body", "before, USD", "now, USD", "factor", "diameter, km", "class"));
    for (Changes.Move move : moves) {
      Markup.row(
          body,
          List.of(
              move.after().fullName().strip(),
              Figures.significant(move.before().valueUsd()),
              Figures.significant(move.after().valueUsd()),
              Figures.factor(move.ratio()),
              arrow(
                  Figures.significant(move.before().diameterKm()),
                  Figures.significant(move.after().diameterKm())),
              arrow(text(move.before().spectralClass()), text(move.after().spectralClass()))));
    }
  }

  private static String arrow(String before, String after) {
    return before.equals(after) ? after : before + " \u2192 " + after;
  }

  private static String text(@Nullable String value) {
    return value == null ? Figures.UNKNOWN : value;
  }

  private static void columns(Element into, Changes changes) {
    List<Counts.Count> columns = changes.columns.mostFrequentFirst();
    if (!columns.isEmpty()) {
      Element details = Markup.details(into, "Which columns changed, and of how many bodies");
      Element body = Markup.table(details, "Columns changed", List.of("column", "bodies"));
      columns.forEach(
          count -> Markup.row(body, List.of(count.what(), Figures.count(count.times()))));
    }
  }

  private static void bodies(Element into, String title, List<CatalogueEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    Element body =
        Markup.table(
            into, title, List.of("body", "orbit class", "gross value, USD", "delta-v, km/s"));
    for (CatalogueEntry entry : entries) {
      Markup.row(
          body,
          List.of(
              entry.fullName().strip(),
              entry.orbitClass(),
              Figures.interval(entry.valueUsd(), entry.valueLowUsd(), entry.valueHighUsd()),
              Figures.significant(entry.deltaVKmS())));
    }
  }
}
