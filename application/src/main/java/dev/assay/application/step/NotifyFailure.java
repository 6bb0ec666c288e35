package dev.assay.application.step;

import dev.assay.application.BuildVersion;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Notifier;
import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.Notifier.Notification;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Clears up after a run that failed: drops its generation, puts it on record and tells what failed,
 * why, and what to do. The catalogue that people query stays as it was.
 */
public final class NotifyFailure implements Step {

  private final Catalogue catalogue;
  private final RunLedger ledger;
  private final Notifier notifier;
  private final Clock clock;

  /**
   * Makes the step.
   *
   * @param catalogue holds the half-filled generation
   * @param ledger keeps the record
   * @param notifier tells people
   * @param clock tells when the run ended
   */
  public NotifyFailure(Catalogue catalogue, RunLedger ledger, Notifier notifier, Clock clock) {
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.notifier = notifier;
    this.clock = clock;
  }

  @Override
  public StepResult run(RefreshRun run) {
    RefreshRun.Failure failure = run.failure();
    if (failure == null) {
      throw new IllegalArgumentException("a run without a failure has none to tell of");
    }
    boolean activated = catalogue.active().filter(run.generation()::equals).isPresent();
    if (!activated) {
      catalogue.drop(run.generation());
    }
    String message = failure.step().title() + ": " + failure.message();
    ledger.forgetChunks(run.generation());
    ledger.record(
        new RunRecord(
                run.generation(),
                run.request().model(),
                run.request().startedAt(),
                clock.instant(),
                activated ? Outcome.SUCCEEDED : Outcome.FAILED,
                activated ? "activated; then failed: " + message : message,
                activated ? run.result(StepName.VERIFY).map(StepResult::rows).orElse(0L) : 0,
                NotifySuccess.settledSources(run),
                run.warnings())
            .madeBy(BuildVersion.text()));
    String kept =
        activated
            ? "The new catalogue is active; only what follows its activation failed."
            : "The catalogue is as it was before the run.";
    List<String> lines = new ArrayList<>(List.of(message, kept));
    lines.addAll(run.notes());
    notifier.notify(
        new Notification(
            Kind.FAILURE,
            "Assay refresh failed: " + failure.step().title(),
            String.join(System.lineSeparator(), lines)));
    return StepResult.EMPTY;
  }
}
