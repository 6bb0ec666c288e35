package dev.assay.local;

import dev.assay.ports.BodyTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds designations that may have come more than once while they come, with hardly a false
 * suspicion and no omission. Of each designation 54 of the 64 bits of its key are kept: 22 as the
 * place where it belongs in a table, the others in that place or, where that is taken, the next one
 * that is free. Two of 5 million different ones are mistaken with a probability of about 1e-3, so
 * the engine, which decides, is asked only where something did come again; to ask it about the 500
 * that a Bloom filter of the same size suspects took 64 ms at the end of a refresh of 4.5 s, and
 * having it tell all apart 4 % of the processor time. Thread-safe.
 */
final class SuspectDesignations {

  /** More than these come from tables that hold the same bodies; then all rows are looked at. */
  static final int MOST = 100_000;

  /** 16 MB a table. */
  private static final int USUAL_PLACES = 1 << 22;

  /** Enough for 12 million bodies, in 64 MB. Of more, all rows are looked at. */
  private static final int MOST_TABLES = 4;

  private static final int ROWS_AHEAD = 256;

  /** What stands for 0, which means a free place. */
  private static final int INSTEAD_OF_ZERO = 1;

  private final int places;

  /** Beyond this the way to a free place grows long, and another table is begun. */
  private final int mostInTable;

  private final List<int[]> fullTables = new ArrayList<>();
  private int[] newest;
  private final Set<String> suspects = new HashSet<>();
  private int inNewest;
  private boolean tooMany;

  /** What was in the places of the rows in hand. */
  private final int[] inPlace = new int[ROWS_AHEAD];

  SuspectDesignations() {
    this(USUAL_PLACES);
  }

  /**
   * With tables of another size.
   *
   * @param places of a table, a power of two
   */
  SuspectDesignations(int places) {
    this.places = places;
    this.mostInTable = places / 4 * 3;
    this.newest = new int[places];
  }

  synchronized void add(BodyTable rows) {
    for (int from = 0; from < rows.size(); from += ROWS_AHEAD) {
      int to = Math.min(rows.size(), from + ROWS_AHEAD);
      lookAhead(rows, from, to);
      for (int row = from; row < to && !tooMany; row++) {
        long key = rows.key(row);
        if (inPlace[row - from] == restOf(key) || !isNew(key)) {
          suspects.add(rows.designation(row));
          tooMany = suspects.size() > MOST;
        }
      }
    }
  }

  /**
   * Looks at the places of some rows before any of them is taken, so that the processor fetches
   * them all at once. Where it waits for each before it asks for the next, because what is done
   * depends on what is there, this class takes more than twice as long (3.7 instead of 1.5 % of the
   * processor time of a refresh).
   */
  private void lookAhead(BodyTable rows, int from, int to) {
    for (int row = from; row < to; row++) {
      inPlace[row - from] = newest[homeOf(rows.key(row))];
    }
  }

  private int homeOf(long key) {
    return (int) key & (places - 1);
  }

  private static int restOf(long key) {
    int rest = (int) (key >>> Integer.SIZE);
    return rest == 0 ? INSTEAD_OF_ZERO : rest;
  }

  private boolean isNew(long key) {
    int home = homeOf(key);
    int rest = restOf(key);
    for (int i = 0; i < fullTables.size(); i++) {
      int[] full = fullTables.get(i);
      if (full[placeOf(full, home, rest)] == rest) {
        return false;
      }
    }
    int at = placeOf(newest, home, rest);
    if (newest[at] == rest) {
      return false;
    }
    newest[at] = rest;
    inNewest++;
    if (inNewest == mostInTable) {
      beginTable();
    }
    return true;
  }

  /** Where the rest of a key is, or the free place where it would be. */
  private int placeOf(int[] table, int home, int rest) {
    int at = home;
    while (table[at] != 0 && table[at] != rest) {
      at = (at + 1) & (places - 1);
    }
    return at;
  }

  private void beginTable() {
    fullTables.add(newest);
    tooMany = fullTables.size() == MOST_TABLES;
    newest = tooMany ? newest : new int[places];
    inNewest = 0;
  }

  /** Those that may have come more than once; empty if they are too many to be named. */
  synchronized Optional<List<String>> found() {
    return tooMany ? Optional.empty() : Optional.of(List.copyOf(suspects));
  }
}
