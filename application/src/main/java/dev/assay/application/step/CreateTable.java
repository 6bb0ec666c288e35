package dev.assay.application.step;

import dev.assay.ports.Catalogue;
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

  private void clearUp(RunRecord interrupted) {
    if (catalogue.active().filter(interrupted.generation()::equals).isEmpty()) {
      catalogue.drop(interrupted.generation());
    }
    ledger.forgetChunks(interrupted.generation());
    ledger.record(
        new RunRecord(
            interrupted.generation(),
            interrupted.model(),
            interrupted.startedAt(),
            clock.instant(),
            Outcome.INTERRUPTED,
            "the process ended before the run did",
            0,
            interrupted.sources(),
            interrupted.warnings()));
  }
}
