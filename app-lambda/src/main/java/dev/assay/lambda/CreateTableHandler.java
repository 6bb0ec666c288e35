package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.application.workflow.StepName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/**
 * Leads a generation of the catalogue through its life, one action a call: it is created, its
 * writes are awaited, it is verified and activated, and people are told. {@code delete} is for
 * operators, {@code report} for an alarm.
 */
public final class CreateTableHandler implements RequestStreamHandler {

  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final Map<String, StepName> ACTIONS =
      Map.of(
          "create", StepName.CREATE_TABLE,
          "await", StepName.AWAIT_WRITES,
          "verify", StepName.VERIFY,
          "activate", StepName.ACTIVATE,
          "notify-success", StepName.NOTIFY_SUCCESS,
          "notify-failure", StepName.NOTIFY_FAILURE);

  private final StepEntry entry;
  private final DeleteGeneration deletion;
  private final HistoryReport report;

  /** Used by Lambda. */
  public CreateTableHandler() {
    this(
        Assembly.fromEnvironment(
            StepName.CREATE_TABLE,
            Setting.BUCKET,
            Setting.CATALOGUE,
            Setting.DATA_QUEUE_URL,
            Setting.DATA_DEAD_LETTER_QUEUE_URL,
            Setting.COMPLETION_QUEUE_URL,
            Setting.COMPLETION_DEAD_LETTER_QUEUE_URL,
            Setting.TOPIC_ARN));
  }

  CreateTableHandler(Assembly assembly) {
    entry = new StepEntry(assembly, StepName.CREATE_TABLE, ACTIONS, MARGIN);
    deletion = new DeleteGeneration(assembly);
    report = new HistoryReport(assembly);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = entry.begin(in, context);
    switch (event.path("action").asText("")) {
      case "delete" -> deletion.handle(event, out);
      case "report" -> report.handle(out);
      default -> entry.handle(event, out, context);
    }
  }
}
