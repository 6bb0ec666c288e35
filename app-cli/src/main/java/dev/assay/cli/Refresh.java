package dev.assay.cli;

import dev.assay.application.refresh.Progress;
import dev.assay.application.workflow.StepName;
import dev.assay.local.LocalRunner;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RunRecord;
import dev.assay.ports.SourceReport;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Runs a refresh and tells what came of it. */
final class Refresh {

  private static final int PROBLEMS_SHOWN = 5;

  private final Console console;
  private final Pauses pauses;
  private final Path data;
  private final boolean quiet;

  Refresh(Console console, Pauses pauses, Path data, boolean quiet) {
    this.console = console;
    this.pauses = pauses;
    this.data = data;
    this.quiet = quiet;
  }

  /** Runs it; true if the new catalogue is active. */
  boolean run(RefreshPlan plan) {
    LocalRunner.Ended ended;
    RunRecord record;
    try (LocalRefresh refresh = LocalRefresh.begin(data, plan.contact(), pauses)) {
      ended = runShowingProgress(refresh, plan);
      record = refresh.lastRun();
    }
    if (ended.cause() != null) {
      report(ended);
      return false;
    }
    if (!quiet) {
      print(record);
    }
    return true;
  }

  private LocalRunner.Ended runShowingProgress(LocalRefresh refresh, RefreshPlan plan) {
    if (quiet || !console.terminal()) {
      return refresh.run(plan, Progress.SILENT);
    }
    try (TerminalProgress progress = new TerminalProgress()) {
      return refresh.run(plan, progress);
    }
  }

  private void report(LocalRunner.Ended ended) {
    Throwable cause = ended.cause();
    if (cause != null) {
      new Failures(console).report(cause);
    }
    console
        .err()
        .println(
            ended.results().containsKey(StepName.ACTIVATE)
                ? "The new catalogue is active; only what comes after that failed."
                : "The catalogue is as it was before.");
  }

  private void print(@Nullable RunRecord run) {
    if (run == null) {
      return;
    }
    for (SourceReport source : run.sources()) {
      console.err().println(line(source));
      source.problems().stream()
          .limit(PROBLEMS_SHOWN)
          .forEach(problem -> console.err().println("  " + line(problem)));
      long more = source.rejected() + source.fieldsIgnored() - PROBLEMS_SHOWN;
      if (more > 0) {
        console.err().println("  and " + more + " more");
      }
    }
    run.warnings().forEach(warning -> console.err().println("note: " + warning));
    console
        .err()
        .println(
            run.rows()
                + " bodies loaded in "
                + RunsCommand.took(run.startedAt(), run.finishedAt())
                + " (run "
                + run.generation()
                + ")"
                + (run.written() == run.rows()
                    ? ""
                    : "; " + run.written() + " of them written, the others are as they were"));
  }

  private static String line(SourceReport source) {
    String superseded = source.superseded() == 0 ? "" : " + " + source.superseded() + " superseded";
    String ignored =
        source.fieldsIgnored() == 0
            ? ""
            : "; " + source.fieldsIgnored() + " fields could not be used";
    return source.source()
        + ": "
        + source.read()
        + " read = "
        + source.accepted()
        + " accepted + "
        + source.rejected()
        + " rejected"
        + superseded
        + ignored;
  }

  private static String line(RowProblem problem) {
    String field = problem.field().isEmpty() ? "" : ", " + problem.field();
    String value = problem.value().isEmpty() ? "" : " '" + problem.value() + "'";
    String what =
        problem.consequence() == RowProblem.Consequence.FIELD_IGNORED
            ? "; taken as unknown"
            : "; row not taken";
    return "row " + problem.row() + field + value + ": " + problem.reason() + what;
  }
}
