package dev.assay.ports.memory;

import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One generation: its rows, and whether more may come. Not thread-safe. */
final class InMemoryGeneration {

  private static final Comparator<CatalogueRow> PLACE =
      Comparator.comparingInt(CatalogueRow::source).thenComparingLong(CatalogueRow::row);

  private final @Nullable InMemoryGeneration base;
  private final Set<Integer> chunks = new HashSet<>();
  private final Map<String, CatalogueRow> rows = new HashMap<>();
  private final Map<Integer, Long> superseded = new HashMap<>();
  private final List<CatalogueRow> discarded = new ArrayList<>();
  private List<PlanetEntry> planets = List.of();
  private boolean sealed;
  private BodyKeys gone = BodyKeys.NONE;

  InMemoryGeneration(@Nullable InMemoryGeneration base) {
    this.base = base;
  }

  @Nullable InMemoryGeneration base() {
    return base;
  }

  boolean restsOn(@Nullable InMemoryGeneration other) {
    return base != null && (base == other || base.restsOn(other));
  }

  void put(BodyBatch batch) {
    if (chunks.contains(batch.chunk())) {
      return;
    }
    if (sealed) {
      throw PortException.permanent(
          batch.generation() + " is sealed: chunk " + batch.chunk() + " is too late");
    }
    chunks.add(batch.chunk());
    batch.rows().forEach(row -> rows.merge(row.entry().designation(), row, this::later));
  }

  void putPlanets(PlanetTable table) {
    if (sealed) {
      throw PortException.permanent(table.generation() + " is sealed: planets are too late");
    }
    planets = table.planets();
  }

  private CatalogueRow later(CatalogueRow one, CatalogueRow other) {
    boolean oneStays = PLACE.compare(one, other) > 0;
    discarded.add(oneStays ? other : one);
    superseded.merge(oneStays ? other.source() : one.source(), 1L, Long::sum);
    return oneStays ? one : other;
  }

  Sealed seal() {
    sealed = true;
    return new Sealed(bodies().size(), superseded, rows.size());
  }

  Sealed seal(Difference difference) {
    if (!sealed) {
      gone = difference.gone();
      discarded.forEach(
          row -> {
            if (difference.unchanged().contains(new Designation(row.entry().designation()))) {
              superseded.computeIfPresent(
                  row.source(), (source, count) -> count == 1 ? null : count - 1);
            }
          });
      rows.keySet()
          .removeIf(designation -> difference.unchanged().contains(new Designation(designation)));
    }
    return seal();
  }

  /** What readers see, by designation. */
  private Map<String, CatalogueEntry> bodies() {
    Map<String, CatalogueEntry> bodies = new HashMap<>();
    if (base != null) {
      bodies.putAll(base.bodies());
      bodies.keySet().removeIf(designation -> gone.contains(new Designation(designation)));
    }
    rows.forEach((designation, row) -> bodies.put(designation, row.entry()));
    return bodies;
  }

  boolean isSealed() {
    return sealed;
  }

  /** Its bodies in designation order. */
  List<CatalogueEntry> entries() {
    return bodies().values().stream()
        .sorted(Comparator.comparing(entry -> new Designation(entry.designation())))
        .toList();
  }

  /** Its planets, heaviest first. */
  List<PlanetEntry> planets() {
    return planets.stream().sorted(PlanetEntry.HEAVIEST_FIRST).toList();
  }
}
