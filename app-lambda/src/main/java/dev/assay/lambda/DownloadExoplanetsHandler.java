package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.assay.application.workflow.StepName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** Fetches the planets of other stars and puts them into the catalogue. */
public final class DownloadExoplanetsHandler implements RequestStreamHandler {

  private static final Duration MARGIN = Duration.ofSeconds(10);

  private final StepEntry entry;

  /** Used by Lambda. */
  public DownloadExoplanetsHandler() {
    this(Assembly.fromEnvironment(StepName.DOWNLOAD_EXOPLANETS, Setting.BUCKET, Setting.CATALOGUE));
  }

  DownloadExoplanetsHandler(Assembly assembly) {
    entry = new StepEntry(assembly, StepName.DOWNLOAD_EXOPLANETS, Map.of(), MARGIN);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    entry.handle(in, out, context);
  }
}
