package dev.assay.application.step;

import dev.assay.application.BuildVersion;
import dev.assay.application.manifest.Manifests;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an empty generation, or one that rests on the active one, after clearing up what
 * interrupted runs left.
 */
public final class CreateTable implements Step {

  /** More rows than this in a list of bodies would not fit in memory beside the parsing. */
  public static final long MOST_ROWS_COMPARED = 8_000_000;

  /** What a row takes in memory when it is compared, rounded up. */
  public static final int BYTES_OF_A_ROW_COMPARED = 22;

  private static final int LOOK_BACK = 1000;

  private final Catalogue catalogue;
  private final RunLedger ledger;
  private final ObjectStore store;
  private final RunObjects objects;
  private final Manifests manifests;
  private final LoadDecision decision;
  private final Clock clock;

  /**
   * Makes the step.
   *
   * @param catalogue where the generation is made
   * @param ledger where the run is noted
   * @param store where interrupted runs may have left objects
   * @param clock tells when an interruption was noticed
   * @param mostRowsCompared rows of the active generation, of which the parsing keeps 21 bytes
   *     each; with more the run is a full one; {@link #MOST_ROWS_COMPARED} or fewer
   */
  public CreateTable(
      Catalogue catalogue,
      RunLedger ledger,
      ObjectStore store,
      Clock clock,
      long mostRowsCompared) {
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.store = store;
    this.objects = new RunObjects(store);
    this.manifests = new Manifests(store);
    this.decision =
        new LoadDecision(catalogue, manifests, Math.min(mostRowsCompared, MOST_ROWS_COMPARED));
    this.clock = clock;
  }

  @Override
  public StepResult run(RefreshRun run) {
    ledger.history(LOOK_BACK).stream()
        .filter(earlier -> earlier.outcome() == Outcome.RUNNING)
        .filter(earlier -> !earlier.generation().equals(run.generation()))
        .forEach(this::clearUp);
    clearResultsOfOthers(run);
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
                List.of())
            .madeBy(BuildVersion.text()));
    ledger.forgetChunks(run.generation());
    Set<GenerationId> kept = generationsToReturnTo();
    manifests.keepOnly(kept);
    SideTable.keepOnly(store, kept);
    return create(run);
  }

  /**
   * Earlier versions left the side tables of the active generation among the results of its run.
   */
  private void clearResultsOfOthers(RefreshRun run) {
    Set<GenerationId> kept = new HashSet<>(Set.of(run.generation()));
    catalogue.active().ifPresent(kept::add);
    objects.keepOnly(kept);
  }

  /** Those that a later run may rest on: the active one, and the one it could be rolled back to. */
  private Set<GenerationId> generationsToReturnTo() {
    Set<GenerationId> kept = new HashSet<>();
    catalogue.active().ifPresent(kept::add);
    try {
      catalogue
          .readPrevious()
          .ifPresent(
              previous -> {
                kept.add(previous.generation());
                previous.close();
              });
    } catch (PortException e) {
      // One that cannot be read now must not keep a new one from being loaded.
      kept.addAll(catalogue.generations());
    }
    return kept;
  }

  private StepResult create(RefreshRun run) {
    LoadPlan plan = decision.plan(run.request());
    Optional<GenerationId> base = plan.baseGeneration();
    if (base.isEmpty()) {
      return createInFull(run, plan);
    }
    save(plan, run);
    try {
      catalogue.createOver(run.generation(), base.get());
      return StepResult.EMPTY;
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.TRANSIENT) {
        throw e;
      }
      // Trouble with the base is mended by doing without.
      String reason = String.valueOf(e.getMessage());
      createInFull(run, LoadPlan.full(reason));
      return StepResult.warning("loaded in full: " + reason);
    }
  }

  private StepResult createInFull(RefreshRun run, LoadPlan plan) {
    save(plan, run);
    catalogue.create(run.generation());
    return StepResult.EMPTY;
  }

  /** Notes what is active too, for steps that do not see the catalogue. */
  private void save(LoadPlan plan, RefreshRun run) {
    plan.after(catalogue.active().orElse(null)).save(objects, run.generation());
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
                earlier.warnings())
            .madeBy(earlier.version()));
  }

  private long bodies() {
    try (CatalogueReader active = catalogue.read().orElseThrow()) {
      return active.count();
    }
  }
}
