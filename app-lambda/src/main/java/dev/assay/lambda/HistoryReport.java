package dev.assay.lambda;

import dev.assay.application.workflow.StepName;
import dev.assay.lambda.JsonLines.Metric;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells how long ago the last run that succeeded began, as a figure that an alarm can watch. A
 * silence is only noticed if somebody speaks.
 */
final class HistoryReport {

  private static final int LOOK_BACK = 200;

  private final Assembly assembly;
  private final Failures failures;

  HistoryReport(Assembly assembly) {
    this.assembly = assembly;
    this.failures = new Failures(assembly.lines());
  }

  void handle(OutputStream out) throws IOException {
    Optional<RunRecord> last;
    try {
      last = lastSuccess(assembly.ports().ledger().history(LOOK_BACK));
    } catch (RuntimeException e) {
      throw failures.of(StepName.CREATE_TABLE, -1, Map.of("action", "report"), e);
    }
    String answer = "null";
    if (last.isPresent()) {
      long hours =
          Duration.between(last.get().startedAt(), assembly.ports().clock().instant()).toHours();
      assembly
          .lines()
          .figureOfStage(Metric.HoursSinceSuccess, hours, Map.of("run", last.get().generation()));
      answer = Long.toString(hours);
    }
    out.write(("{\"hoursSinceSuccess\":" + answer + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<RunRecord> lastSuccess(List<RunRecord> newestFirst) {
    return newestFirst.stream().filter(run -> run.outcome() == Outcome.SUCCEEDED).findFirst();
  }
}
