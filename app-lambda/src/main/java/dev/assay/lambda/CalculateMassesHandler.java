package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.assay.application.workflow.StepName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** Combines the published masses. */
public final class CalculateMassesHandler implements RequestStreamHandler {

  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final StepEntry entry;

  /** Used by Lambda. */
  public CalculateMassesHandler() {
    this(Assembly.fromEnvironment(StepName.CALCULATE_MASSES, Setting.BUCKET));
  }

  CalculateMassesHandler(Assembly assembly) {
    entry = new StepEntry(assembly, StepName.CALCULATE_MASSES, Map.of(), MARGIN);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    entry.handle(in, out, context);
  }
}
