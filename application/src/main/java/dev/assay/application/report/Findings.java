package dev.assay.application.report;

import dev.assay.domain.body.Designation;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import dev.assay.ports.TopQuery;
import dev.assay.ports.TopQuery.Ranking;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a report tells.
 *
 * @param tally counts over all bodies
 * @param best the best by each ranking
 * @param changes what is different from the generation before; null if that cannot be told
 * @param noChanges why it cannot; empty if it can
 * @param planets all planets of other stars
 */
record Findings(
    Tally tally,
    Map<Ranking, List<CatalogueEntry>> best,
    @Nullable Changes changes,
    String noChanges,
    List<PlanetEntry> planets) {

  /** How many bodies a ranking names. */
  static final int BEST = 20;

  /** Reads the catalogue once, and the generation before along with it. */
  static Findings gather(CatalogueReader active, @Nullable CatalogueReader previous) {
    Map<Ranking, List<CatalogueEntry>> best = new EnumMap<>(Ranking.class);
    for (Ranking ranking : Ranking.values()) {
      best.put(ranking, active.top(new TopQuery(ranking, BEST, Set.of(), false, null, null)));
    }
    List<PlanetEntry> planets = active.planets(PlanetTable.MOST);
    if (previous == null) {
      return new Findings(
          count(active), best, null, "There is no generation before this one.", planets);
    }
    try {
      Tally tally = new Tally();
      Changes changes = compare(active, previous, tally);
      return new Findings(tally, best, changes, "", planets);
    } catch (PreviousUnreadable e) {
      String reason = "The generation before cannot be compared: " + e.getMessage();
      return new Findings(count(active), best, null, reason, planets);
    }
  }

  private static Tally count(CatalogueReader active) {
    Tally tally = new Tally();
    active.forEach(tally::add);
    return tally;
  }

  /** A generation that an earlier version of Assay loaded may lack columns. */
  private static final class PreviousUnreadable extends RuntimeException {
    PreviousUnreadable(PortException cause) {
      super(cause.getMessage(), cause);
    }
  }

  /** Both in designation order, side by side. */
  private static Changes compare(CatalogueReader active, CatalogueReader previous, Tally tally) {
    Changes changes = new Changes();
    try (EntryStream before = new EntryStream(previous)) {
      Pending pending = new Pending(before, changes);
      active.forEach(
          entry -> {
            tally.add(entry);
            pending.meet(entry);
          });
      pending.end();
    }
    return changes;
  }

  /** The next body of the generation before, held back until the active one has come so far. */
  private static final class Pending {
    private final EntryStream before;
    private final Changes changes;
    private @Nullable CatalogueEntry held;

    Pending(EntryStream before, Changes changes) {
      this.before = before;
      this.changes = changes;
      this.held = next(before);
    }

    private static @Nullable CatalogueEntry next(EntryStream before) {
      try {
        return before.next();
      } catch (PortException e) {
        throw new PreviousUnreadable(e);
      }
    }

    void meet(CatalogueEntry entry) {
      Designation designation = new Designation(entry.designation());
      while (held != null && new Designation(held.designation()).compareTo(designation) < 0) {
        changes.removed(held);
        held = next(before);
      }
      if (held != null && held.designation().equals(entry.designation())) {
        changes.both(held, entry);
        held = next(before);
      } else {
        changes.added(entry);
      }
    }

    void end() {
      while (held != null) {
        changes.removed(held);
        held = next(before);
      }
    }
  }
}
