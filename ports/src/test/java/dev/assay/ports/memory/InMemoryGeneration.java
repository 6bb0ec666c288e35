package dev.assay.ports.memory;

import dev.assay.domain.body.Designation;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One generation: its rows, and whether more may come. Not thread-safe. */
final class InMemoryGeneration {

  private static final Comparator<CatalogueRow> PLACE =
      Comparator.comparingInt(CatalogueRow::source).thenComparingLong(CatalogueRow::row);

  private final Set<Integer> chunks = new HashSet<>();
  private final Map<String, CatalogueRow> rows = new HashMap<>();
  private final Map<Integer, Long> superseded = new HashMap<>();
  private List<PlanetEntry> planets = List.of();
  private boolean sealed;

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
    superseded.merge(oneStays ? other.source() : one.source(), 1L, Long::sum);
    return oneStays ? one : other;
  }

  Sealed seal() {
    sealed = true;
    return new Sealed(rows.size(), superseded);
  }

  boolean isSealed() {
    return sealed;
  }

  /** Its bodies in designation order. */
  List<CatalogueEntry> entries() {
    return rows.values().stream()
        .map(CatalogueRow::entry)
        .sorted(Comparator.comparing(entry -> new Designation(entry.designation())))
        .toList();
  }

  /** Its planets, heaviest first. */
  List<PlanetEntry> planets() {
    return planets.stream().sorted(PlanetEntry.HEAVIEST_FIRST).toList();
  }
}
