package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.assay.application.workflow.StepName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** Fetches the small bodies, page by page as far as there is time; the next call goes on. */
public final class GetLatestAsteroidsHandler implements RequestStreamHandler {

  private static final Duration MARGIN = Duration.ofMinutes(2);

  private final StepEntry entry;

  /** Used by Lambda. */
  public GetLatestAsteroidsHandler() {
    this(Assembly.fromEnvironment(StepName.GET_LATEST_ASTEROIDS, Setting.BUCKET));
  }

  GetLatestAsteroidsHandler(Assembly assembly) {
    entry = new StepEntry(assembly, StepName.GET_LATEST_ASTEROIDS, Map.of(), MARGIN);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    entry.handle(in, out, context);
  }
}
