package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.assay.application.workflow.StepName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** Fetches the published delta-v list. */
public final class DownloadDeltaVHandler implements RequestStreamHandler {

  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final StepEntry entry;

  /** Used by Lambda. */
  public DownloadDeltaVHandler() {
    this(Assembly.fromEnvironment(StepName.DOWNLOAD_DELTA_V, Setting.BUCKET));
  }

  DownloadDeltaVHandler(Assembly assembly) {
    entry = new StepEntry(assembly, StepName.DOWNLOAD_DELTA_V, Map.of(), MARGIN);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    entry.handle(in, out, context);
  }
}
