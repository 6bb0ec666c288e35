package dev.assay.application.report;

import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is different from the generation before. Its memory does not grow with the catalogue. */
final class Changes {

  /** How many bodies each list names. */
  static final int NAMED = 20;

  private static final Comparator<CatalogueEntry> MOST_VALUABLE =
      Comparator.<CatalogueEntry>comparingDouble(entry -> -orZero(entry.valueUsd()))
          .thenComparing(CatalogueEntry::designation);
  private static final Comparator<Move> LARGEST =
      Comparator.<Move>comparingDouble(move -> -Math.abs(Math.log(move.ratio())))
          .thenComparing(move -> move.after().designation());

  final Counts columns = new Counts();
  private final Best<CatalogueEntry> added = new Best<>(NAMED, MOST_VALUABLE);
  private final Best<CatalogueEntry> removed = new Best<>(NAMED, MOST_VALUABLE);
  private final Best<Move> moves = new Best<>(NAMED, LARGEST);
  private long addedCount;
  private long removedCount;
  private long changedCount;
  private long sameCount;

  /** A body whose value is another one than before. */
  record Move(CatalogueEntry before, CatalogueEntry after, double ratio) {}

  private static double orZero(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  void added(CatalogueEntry entry) {
    addedCount++;
    added.add(entry);
  }

  void removed(CatalogueEntry entry) {
    removedCount++;
    removed.add(entry);
  }

  void both(CatalogueEntry before, CatalogueEntry after) {
    if (before.equals(after)) {
      sameCount++;
      return;
    }
    changedCount++;
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      if (!Objects.equals(column.value().apply(before), column.value().apply(after))) {
        columns.add(column.name());
      }
    }
    double old = orZero(before.valueUsd());
    double now = orZero(after.valueUsd());
    if (old > 0 && now > 0 && old != now) {
      moves.add(new Move(before, after, now / old));
    }
  }

  long addedCount() {
    return addedCount;
  }

  long removedCount() {
    return removedCount;
  }

  long changedCount() {
    return changedCount;
  }

  long sameCount() {
    return sameCount;
  }

  /** The most valuable of the new bodies. */
  List<CatalogueEntry> added() {
    return added.inOrder();
  }

  /** The most valuable of those that are gone. */
  List<CatalogueEntry> removed() {
    return removed.inOrder();
  }

  /** The bodies whose value changed by the largest factors. */
  List<Move> moves() {
    return moves.inOrder();
  }
}
