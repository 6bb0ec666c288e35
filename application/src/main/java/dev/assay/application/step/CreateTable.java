package dev.assay.application.step;

import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Makes an empty generation, after clearing up what interrupted runs left. */
public final class CreateTable implements Step {

  private static final int LOOK_BACK = 1000;

  private final Catalogue catalogue;
  private final RunLedger ledger;
  private final RunObjects objects;
  private final Clock clock;

  /**
   * Makes the step.
   *
   * @param catalogue where the generation is made
   * @param ledger where the run is noted
   * @param store where interrupted runs may have left objects
   * @param clock tells when an interruption was noticed
   */
  public CreateTable(Catalogue catalogue, RunLedger ledger, ObjectStore store, Clock clock) {
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.objects = new RunObjects(store);
    this.clock = clock;
  }

  @Override
  public StepResult run(RefreshRun run) {
    ledger.history(LOOK_BACK).stream()
        .filter(earlier -> earlier.outcome() == Outcome.RUNNING)
        .filter(earlier -> !earlier.generation().equals(run.generation()))
        .forEach(this::clearUp);
    objects.keepOnly(Set.of(run.generation()));
    ledger.record(
        new RunRecord(
            run.generation(),
            run.request().model(),
            run.request().startedAt(),
            null,
            Outcome.RUNNING,
            "running",
            0,
            List.of(),
            List.of()));
    ledger.forgetChunks(run.generation());
    catalogue.create(run.generation());
    return StepResult.EMPTY;
  }

  /**
   * Settles a run whose process ended before it did. If it got as far as activating its generation,
   * it did what it was asked.
   */
  private void clearUp(RunRecord earlier) {
    boolean activated = catalogue.active().filter(earlier.generation()::equals).isPresent();
    if (!activated) {
      catalogue.drop(earlier.generation());
    }
    ledger.forgetChunks(earlier.generation());
    ledger.record(
        new RunRecord(
            earlier.generation(),
            earlier.model(),
            earlier.startedAt(),
            clock.instant(),
            activated ? Outcome.SUCCEEDED : Outcome.INTERRUPTED,
            activated ? "activated just before its process ended" : "its process ended early",
            activated ? bodies() : 0,
            earlier.sources(),
            earlier.warnings()));
  }

  private long bodies() {
    try (CatalogueReader active = catalogue.read().orElseThrow()) {
      return active.count();
    }
  }
}
