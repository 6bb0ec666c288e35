package dev.assay.lambda;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.step.Activate;
import dev.assay.application.step.AwaitWrites;
import dev.assay.application.step.CalculateMasses;
import dev.assay.application.step.CompleteParsing;
import dev.assay.application.step.CreateTable;
import dev.assay.application.step.DownloadDeltaV;
import dev.assay.application.step.DownloadExoplanets;
import dev.assay.application.step.GetLatestAsteroids;
import dev.assay.application.step.NotifyFailure;
import dev.assay.application.step.NotifySuccess;
import dev.assay.application.step.ParseHorizon;
import dev.assay.application.step.ParseSettings;
import dev.assay.application.step.Step;
import dev.assay.application.step.Verify;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the steps of a refresh on the ports of a function. */
final class Steps {

  /** The queue is asked this long for a completion message at each look. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final String ADVICE = "Remove the cause, then run: assay deadletters redrive.";

  private final Ports ports;
  private final Settings settings;
  private final JsonLines lines;
  private final TimeLimit limit;
  private @Nullable Parsing last;

  Steps(Ports ports, Settings settings, JsonLines lines, TimeLimit limit) {
    this.ports = ports;
    this.settings = settings;
    this.lines = lines;
    this.limit = limit;
  }

  /** The step that parses, kept because every part of a run needs the tables it has read. */
  private record Parsing(String bucket, ModelChoice model, Step step) {}

  /** Makes a step for a run request. */
  Step step(StepName name, RunRequest request) {
    ObjectStore store = ports.objects(request.bucket());
    return switch (name) {
      case CREATE_TABLE ->
          new CreateTable(
              ports.catalogue(),
              ports.ledger(),
              store,
              ports.clock(),
              CreateTable.MOST_ROWS_COMPARED);
      case DOWNLOAD_DELTA_V -> new DownloadDeltaV(downloader(request, store), store, ports.clock());
      case DOWNLOAD_EXOPLANETS ->
          new DownloadExoplanets(
              downloader(request, store), store, ports.catalogue(), ports.clock());
      case CALCULATE_MASSES ->
          new CalculateMasses(downloader(request, store), store, ports.clock());
      case GET_LATEST_ASTEROIDS ->
          new GetLatestAsteroids(
              downloader(request, store),
              store,
              ports.clock(),
              Progress.SILENT,
              limit,
              settings.number(Setting.PAGE_ROWS));
      case PARSE_HORIZON -> parsing(request, store);
      case COMPLETE_PARSING -> new CompleteParsing(store, ports.completions(), ports.ledger());
      case AWAIT_WRITES ->
          new AwaitWrites(
              ports.completions(),
              ports.batches(),
              ports.ledger(),
              new AwaitWrites.Warning(ports.notifier(), ADVICE),
              this::publishOutstanding,
              new AwaitWrites.Looks(LOOK, settings.number(Setting.AWAIT_LOOKS), 1));
      case VERIFY -> new Verify(ports.catalogue(), ports.ledger(), store);
      case ACTIVATE -> new Activate(ports.catalogue());
      case NOTIFY_SUCCESS ->
          new NotifySuccess(ports.ledger(), ports.notifier(), store, ports.clock());
      case NOTIFY_FAILURE ->
          new NotifyFailure(ports.catalogue(), ports.ledger(), ports.notifier(), ports.clock());
    };
  }

  /** An alarm tells of a run for which this number stops falling. */
  private void publishOutstanding(String what, long written, long sent) {
    lines.figureOfStage(JsonLines.Metric.ChunksOutstanding, sent - written, Map.of());
  }

  private Downloader downloader(RunRequest request, ObjectStore store) {
    return new SourceDownloader(
        ports.web(), settings.flag(Setting.ALLOW_HTTP), request.bucket(), store, lines);
  }

  private Step parsing(RunRequest request, ObjectStore store) {
    Parsing kept = last;
    if (kept == null
        || !kept.bucket().equals(request.bucket())
        || !kept.model().equals(request.model())) {
      Step step =
          new ParseHorizon(
              downloader(request, store),
              store,
              request.model().model(downloader(request, store)),
              ports.batches(),
              ports.ledger(),
              new ParseSettings(settings.number(Setting.BATCH_ROWS), workers()),
              Progress.SILENT,
              limit);
      kept = new Parsing(request.bucket(), request.model(), step);
      last = kept;
    }
    return kept.step();
  }

  private int workers() {
    int asked = settings.number(Setting.WORKERS);
    return asked > 0 ? asked : ParseSettings.defaults().workers();
  }
}
