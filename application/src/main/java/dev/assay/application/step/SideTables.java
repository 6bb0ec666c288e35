package dev.assay.application.step;

import dev.assay.application.source.DeltaVEntry;
import dev.assay.application.step.CalculateMasses.BodyMass;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.StoredObject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is merged into the small bodies: small tables that an earlier step of the run left. They are
 * kept in memory as long as they do not change, because every part needs them. Thread-safe.
 */
final class SideTables {

  private final SideTable<BodyMass> masses;
  private final SideTable<DeltaVEntry> deltaV;
  private @Nullable Loaded last;

  SideTables(ObjectStore store) {
    this.masses = SideTable.masses(store);
    this.deltaV = SideTable.deltaV(store);
  }

  /**
   * The tables of a run.
   *
   * @param masses combined masses by designation
   * @param deltaV published delta-v (km/s) by designation
   */
  record Tables(Map<String, CombinedMass> masses, Map<String, Double> deltaV) {}

  private record Loaded(List<StoredObject> from, Tables tables) {}

  synchronized Tables of(GenerationId run) {
    List<StoredObject> now =
        Stream.of(masses.stat(run), deltaV.stat(run)).flatMap(Optional::stream).toList();
    Loaded kept = last;
    if (kept == null || !kept.from().equals(now)) {
      kept = new Loaded(now, new Tables(masses(run), deltaV(run)));
      last = kept;
    }
    return kept.tables();
  }

  private Map<String, CombinedMass> masses(GenerationId run) {
    Map<String, CombinedMass> measured = new HashMap<>();
    masses.read(run, body -> measured.put(body.designation(), body.mass()));
    return Collections.unmodifiableMap(measured);
  }

  private Map<String, Double> deltaV(GenerationId run) {
    Map<String, Double> listed = new HashMap<>();
    deltaV.read(
        run,
        entry -> {
          String number = entry.number();
          listed.put(number == null ? entry.provisionalDesignation() : number, entry.deltaVKmS());
        });
    return Collections.unmodifiableMap(listed);
  }
}
