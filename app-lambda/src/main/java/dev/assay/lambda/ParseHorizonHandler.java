package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.assay.application.workflow.StepName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/**
 * Values the bodies of one part and sends them to be written; with the action {@code complete} it
 * holds the parts together and tells that everything is sent.
 */
public final class ParseHorizonHandler implements RequestStreamHandler {

  private static final Duration MARGIN = Duration.ofSeconds(10);
  private static final Map<String, StepName> ACTIONS =
      Map.of("parse", StepName.PARSE_HORIZON, "complete", StepName.COMPLETE_PARSING);

  private final StepEntry entry;

  /** Used by Lambda. */
  public ParseHorizonHandler() {
    this(
        Assembly.fromEnvironment(
            StepName.PARSE_HORIZON,
            Setting.BUCKET,
            Setting.CATALOGUE,
            Setting.DATA_QUEUE_URL,
            Setting.DATA_DEAD_LETTER_QUEUE_URL,
            Setting.COMPLETION_QUEUE_URL,
            Setting.COMPLETION_DEAD_LETTER_QUEUE_URL));
  }

  ParseHorizonHandler(Assembly assembly) {
    entry = new StepEntry(assembly, StepName.PARSE_HORIZON, ACTIONS, MARGIN);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    entry.handle(in, out, context);
  }
}
