package dev.assay.application.step;

import dev.assay.application.BuildVersion;
import dev.assay.application.manifest.ManifestHead;
import dev.assay.application.manifest.Manifests;
import dev.assay.application.refresh.SmallBodySource;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.Notifier;
import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.Notifier.Notification;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import dev.assay.ports.SourceReport;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Puts a successful run on record, tells of it, and lets go of what it no longer needs. */
public final class NotifySuccess implements Step {

  private final RunLedger ledger;
  private final Notifier notifier;
  private final ObjectStore store;
  private final Clock clock;

  /**
   * Makes the step.
   *
   * @param ledger keeps the record
   * @param notifier tells people
   * @param store holds what the run left
   * @param clock tells when the run ended
   */
  public NotifySuccess(RunLedger ledger, Notifier notifier, ObjectStore store, Clock clock) {
    this.ledger = ledger;
    this.notifier = notifier;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public StepResult run(RefreshRun run) {
    StepResult verified = run.result(StepName.VERIFY).orElse(StepResult.EMPTY);
    long rows = verified.rows();
    Optional<ManifestHead> layer =
        new Manifests(store).head(run.generation()).filter(head -> head.base() != null);
    long written = layer.map(ManifestHead::written).orElse(rows);
    String message =
        String.format(Locale.ROOT, "%d bodies loaded", rows)
            + layer.map(head -> ", " + written + " of them written").orElse("");
    ledger.forgetChunks(run.generation());
    ledger.record(
        new RunRecord(
            run.generation(),
            run.request().model(),
            run.request().startedAt(),
            clock.instant(),
            Outcome.SUCCEEDED,
            message,
            rows,
            settledSources(run),
            run.warnings(),
            written,
            BuildVersion.text()));
    new RunObjects(store).keepOnly(Set.of(run.generation()));
    releaseDownloads(run);
    notifier.notify(
        new Notification(
            Kind.SUCCESS,
            "Assay refresh succeeded: " + rows + " bodies",
            String.join(System.lineSeparator(), body(run, verified, written))));
    return StepResult.EMPTY;
  }

  private static List<String> body(RefreshRun run, StepResult verified, long written) {
    long rejected = verified.sources().stream().mapToLong(SourceReport::rejected).sum();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d bodies loaded, %d written, %d rows rejected",
            verified.rows(),
            written,
            rejected));
    lines.addAll(run.notes());
    lines.add("run " + run.generation());
    return lines;
  }

  /** Every source once, the small bodies as they stood after duplicates were settled. */
  static List<SourceReport> settledSources(RefreshRun run) {
    List<SourceReport> sources = new ArrayList<>();
    run.results()
        .forEach(
            (step, result) -> {
              boolean replaced =
                  step == StepName.COMPLETE_PARSING && run.results().containsKey(StepName.VERIFY);
              if (!replaced) {
                sources.addAll(result.sources());
              }
            });
    return sources;
  }

  private void releaseDownloads(RefreshRun run) {
    for (SmallBodySource source : run.request().smallBodies()) {
      source.parts().stream()
          .filter(SbdbQuery::isPaged)
          .forEach(part -> SbdbDownloads.release(store, part));
    }
  }
}
