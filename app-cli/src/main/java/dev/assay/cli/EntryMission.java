package dev.assay.cli;

import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.NoDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;
import dev.assay.domain.mission.BreakEven;
import dev.assay.domain.mission.Mission;
import dev.assay.domain.mission.MissionModel;
import dev.assay.domain.mission.MissionOutcome;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.AssayTables;
import dev.assay.ports.CatalogueEntry;
import java.util.Objects;

/** The reference mission to a body of the catalogue, planned again so that it can be varied. */
final class EntryMission {

  /** What the way through the catalogue may change. */
  private static final double ROUNDING = 1e-6;

  private final CatalogueEntry entry;
  private final MissionModel model;
  private final DeltaVOutcome deltaV;
  private final ClassWeights weights;

  EntryMission(CatalogueEntry entry, AssayTables tables) {
    this.entry = entry;
    this.model = new MissionModel(tables.mission(), tables.compositions(), tables.prices());
    Double a = entry.aAu();
    this.deltaV =
        a == null
            ? new NoDeltaV("orbit not elliptic")
            : ShoemakerHelin.rendezvous(a, entry.e(), entry.iDeg());
    Classification classes = new AssayModel(tables).value(body(entry)).classification();
    this.weights = Objects.requireNonNull(classes).weights();
  }

  /** As much of the body as its classes depend on. */
  private static SmallBody body(CatalogueEntry entry) {
    Double a = entry.aAu();
    OrbitalElements orbit =
        a == null
            ? OrbitalElements.ofPerihelion(entry.qAu(), entry.e(), entry.iDeg())
            : new OrbitalElements(a, entry.e(), entry.iDeg(), entry.qAu());
    SmallBody.Builder body = SmallBody.builder(entry.fullName(), orbit);
    body.orbitClass(new OrbitClass(entry.orbitClass()));
    body.nearEarth(Boolean.TRUE.equals(entry.neo()));
    if (entry.hMag() != null) {
      body.absoluteMagnitude(entry.hMag());
    }
    if (entry.albedo() != null) {
      body.albedo(entry.albedo());
    }
    if (entry.spectralType() != null) {
      body.smassType(entry.spectralType());
    }
    return body.build();
  }

  MissionOutcome plan(MissionModel with) {
    Double a = entry.aAu();
    return with.plan(deltaV, a == null ? Double.NaN : a, weights, entry.massKg());
  }

  MissionModel model() {
    return model;
  }

  BreakEven breakEven() {
    return new BreakEven(model, this::plan);
  }

  /** Whether the catalogue was made with the same prices and mission. */
  boolean agreesWithCatalogue() {
    Double stored = entry.profitUsd();
    if (stored == null || !(plan(model) instanceof Mission mission)) {
      return (stored == null) != (plan(model) instanceof Mission);
    }
    return Math.abs(mission.netPresentValueUsd() - stored) <= ROUNDING * Math.abs(stored);
  }
}
