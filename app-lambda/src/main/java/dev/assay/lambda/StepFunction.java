package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.application.step.RefreshRun;
import dev.assay.application.step.RunFolder;
import dev.assay.application.step.StepResult;
import dev.assay.application.workflow.StepName;
import dev.assay.lambda.JsonLines.Level;
import dev.assay.lambda.JsonLines.Metric;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes one step of a run for an event: event, use case, small answer. */
final class StepFunction {

  private final Ports ports;
  private final Settings settings;
  private final JsonLines lines;
  private final Deadline deadline;
  private final Steps steps;
  private final Failures failures;

  /**
   * Makes a function.
   *
   * @param ports what its steps need from outside
   * @param settings of the deployment
   * @param lines its log
   * @param margin the time that the next piece of its work may take
   */
  StepFunction(Ports ports, Settings settings, JsonLines lines, Duration margin) {
    this.ports = ports;
    this.settings = settings;
    this.lines = lines;
    this.deadline = new Deadline(margin);
    this.steps = new Steps(ports, settings, lines, deadline);
    this.failures = new Failures(lines);
  }

  /**
   * Takes a step.
   *
   * @param step which
   * @param event for which run
   * @param out takes the answer
   * @param context of the call
   * @throws StepFailure if it fails
   */
  void take(StepName step, StepEvent event, OutputStream out, Context context) throws IOException {
    long begun = ports.clock().millis();
    int part = step == StepName.PARSE_HORIZON ? event.part() : -1;
    Map<String, Object> fields = fields(step, event, part);
    deadline.begin(context);
    StepAnswer answer;
    try {
      answer = answer(step, event);
    } catch (RuntimeException e) {
      throw failures.of(step, part, fields, e);
    }
    report(answer, fields, ports.clock().millis() - begun);
    answer.writeTo(out);
  }

  private static Map<String, Object> fields(StepName step, StepEvent event, int part) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run", event.run().generation().value());
    fields.put("step", step.name());
    if (part >= 0) {
      fields.put("part", part);
    }
    return fields;
  }

  private StepAnswer answer(StepName step, StepEvent event) {
    RunRequest request = request(step, event);
    RunFolder folder = new RunFolder(ports.objects(request.bucket()), event.run().generation());
    StepResult result = steps.step(step, request).run(run(step, event, request, folder));
    if (result.cursor() == null && step != StepName.PARSE_HORIZON) {
      folder.save(step, result);
    }
    return new StepAnswer(event.run().generation(), step, result, output(step, request, folder));
  }

  /** A request that cannot be read is a failure to tell of, not one to fail at once more. */
  private RunRequest request(StepName step, StepEvent event) {
    try {
      return RunRequest.read(event.request(), settings);
    } catch (BadEventException e) {
      if (step == StepName.NOTIFY_FAILURE) {
        return RunRequest.read(MissingNode.getInstance(), settings);
      }
      throw e;
    }
  }

  private RefreshRun run(StepName step, StepEvent event, RunRequest request, RunFolder folder) {
    boolean needsResults =
        step == StepName.VERIFY
            || step == StepName.NOTIFY_SUCCESS
            || step == StepName.NOTIFY_FAILURE;
    Map<StepName, StepResult> results = needsResults ? folder.results() : Map.of();
    RefreshRun run =
        new RefreshRun(request.refresh(event.run()), results)
            .forPart(event.part())
            .from(cursor(event));
    return step == StepName.NOTIFY_FAILURE ? failed(run, ErrorReport.of(event, results)) : run;
  }

  /** What ends a run is an error, though every attempt was logged as a warning. */
  private RefreshRun failed(RefreshRun run, ErrorReport report) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run", run.generation().value());
    fields.put("step", report.step().name());
    if (report.part() != null) {
      fields.put("part", report.part());
    }
    lines.log(Level.ERROR, "run failed: " + report.step().title() + ": " + report.reason(), fields);
    return run.failed(report.failure());
  }

  private static @Nullable String cursor(StepEvent event) {
    String cursor = event.text("cursor");
    return cursor.isEmpty() || cursor.equals("null") ? null : cursor;
  }

  private static @Nullable StoredObject output(
      StepName step, RunRequest request, RunFolder folder) {
    Optional<StoredObject> output = folder.output(step);
    String copy = request.copies().get(step);
    return output.isPresent() && copy != null
        ? folder.copy(output.get(), copy)
        : output.orElse(null);
  }

  private void report(StepAnswer answer, Map<String, Object> fields, long millis) {
    if (answer.step() == StepName.PARSE_HORIZON) {
      Map<Metric, Long> figures = new EnumMap<>(Metric.class);
      figures.put(Metric.RowsAccepted, answer.sum(SourceReport::accepted));
      figures.put(Metric.RowsRejected, answer.sum(SourceReport::rejected));
      lines.metrics(answer.step().name(), fields, figures);
    }
    StepResult result = answer.result();
    String reached = result.cursor() == null ? "done" : "to be continued: " + result.cursor();
    lines.log(
        Level.INFO,
        answer.step().title() + ", " + result.rows() + " rows, " + reached,
        counts(answer, fields, millis));
    result.warnings().forEach(warning -> lines.log(Level.WARN, warning, fields));
  }

  private static Map<String, Object> counts(
      StepAnswer answer, Map<String, Object> fields, long millis) {
    Map<String, Object> counts = new LinkedHashMap<>(fields);
    counts.put("rows", answer.result().rows());
    counts.put("read", answer.sum(SourceReport::read));
    counts.put("accepted", answer.sum(SourceReport::accepted));
    counts.put("rejected", answer.sum(SourceReport::rejected));
    counts.put("millis", millis);
    StoredObject output = answer.output();
    if (output != null) {
      counts.put("bytes", output.bytes());
    }
    return counts;
  }
}
