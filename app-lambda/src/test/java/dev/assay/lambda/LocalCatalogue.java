package dev.assay.lambda;

import dev.assay.application.message.BatchCodec;
import dev.assay.application.message.CompletionCodec;
import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.refresh.SmallBodySource;
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
import dev.assay.application.step.WriteBatch;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import dev.assay.domain.value.AssayModel;
import dev.assay.local.BatchWriters;
import dev.assay.local.DeadLetterFolder;
import dev.assay.local.DuckDbCatalogue;
import dev.assay.local.DuckDbSettings;
import dev.assay.local.FileDownloader;
import dev.assay.local.FileObjectStore;
import dev.assay.local.FileRunLedger;
import dev.assay.local.GuardedQueue;
import dev.assay.local.InProcessBatchQueue;
import dev.assay.local.LocalRunner;
import dev.assay.local.QueueLimits;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.Notifier;
import dev.assay.ports.ParseCompleted;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the same refresh gives on one machine, on files. */
final class LocalCatalogue {

  private static final QueueLimits LIMITS = new QueueLimits(8, 3, Duration.ofMinutes(2));

  private LocalCatalogue() {}

  /** The bodies that a local refresh loads, in the order of the catalogue. */
  static List<CatalogueEntry> of(
      Path folder, List<URI> smallBodies, @Nullable URI deltaV, URI masses) {
    RefreshRequest request =
        new RefreshRequest(
            new GenerationId("local"),
            Instant.EPOCH,
            AssayModel.NAME,
            smallBodies.stream().map(uri -> new SmallBodySource("table", List.of(uri))).toList(),
            deltaV,
            masses,
            null,
            true,
            false);
    FileRunLedger ledger = new FileRunLedger(folder.resolve("ledger"));
    GuardedQueue<BodyBatch> batches =
        new GuardedQueue<>(queue(folder.resolve("batches"), new BatchCodec()));
    try (DuckDbCatalogue catalogue =
        new DuckDbCatalogue(folder.resolve("catalogue"), DuckDbSettings.defaults())) {
      Map<StepName, Step> steps = steps(folder, catalogue, ledger, batches);
      LocalRunner.Ended ended;
      try (BatchWriters ignored = new BatchWriters(batches, new WriteBatch(catalogue, ledger), 1)) {
        ended = new LocalRunner(steps, pause -> {}, () -> 0).run(Workflow.refresh(), request);
      }
      if (ended.cause() != null) {
        throw new IllegalStateException(ended.cause());
      }
      try (CatalogueReader reader = catalogue.read().orElseThrow()) {
        List<CatalogueEntry> entries = new ArrayList<>();
        reader.forEach(entries::add);
        return entries;
      }
    }
  }

  private static <M> BatchQueue<M> queue(Path folder, MessageCodec<M> codec) {
    return new InProcessBatchQueue<>(LIMITS, codec, new DeadLetterFolder(folder, 100));
  }

  private static Map<StepName, Step> steps(
      Path folder, DuckDbCatalogue catalogue, FileRunLedger ledger, BatchQueue<BodyBatch> batches) {
    FileObjectStore store = new FileObjectStore(folder.resolve("objects"));
    FileDownloader files = new FileDownloader();
    BatchQueue<ParseCompleted> completions =
        queue(folder.resolve("completions"), new CompletionCodec());
    Clock clock = Clock.systemUTC();
    Notifier nobody = notification -> {};
    Map<StepName, Step> steps = new EnumMap<>(StepName.class);
    steps.put(StepName.CREATE_TABLE, new CreateTable(catalogue, ledger, store, clock, 1000));
    steps.put(StepName.DOWNLOAD_DELTA_V, new DownloadDeltaV(files, store, clock));
    steps.put(StepName.DOWNLOAD_EXOPLANETS, new DownloadExoplanets(files, store, catalogue, clock));
    steps.put(StepName.CALCULATE_MASSES, new CalculateMasses(files, store, clock));
    steps.put(
        StepName.GET_LATEST_ASTEROIDS,
        new GetLatestAsteroids(
            files, store, clock, Progress.SILENT, TimeLimit.NONE, GetLatestAsteroids.PAGE_ROWS));
    steps.put(
        StepName.PARSE_HORIZON,
        new ParseHorizon(
            files,
            store,
            AssayModel.withBundledTables(),
            batches,
            ledger,
            ParseSettings.defaults(),
            Progress.SILENT,
            TimeLimit.NONE));
    steps.put(StepName.COMPLETE_PARSING, new CompleteParsing(store, completions, ledger));
    steps.put(
        StepName.AWAIT_WRITES,
        new AwaitWrites(
            completions,
            batches,
            ledger,
            new AwaitWrites.Warning(nobody, "Remove the cause."),
            Progress.SILENT,
            new AwaitWrites.Looks(Duration.ofMillis(20), 3000, Integer.MAX_VALUE)));
    steps.put(StepName.VERIFY, new Verify(catalogue, ledger, store));
    steps.put(StepName.ACTIVATE, new Activate(catalogue));
    steps.put(StepName.NOTIFY_SUCCESS, new NotifySuccess(ledger, nobody, store, clock));
    steps.put(StepName.NOTIFY_FAILURE, new NotifyFailure(catalogue, ledger, nobody, clock));
    return steps;
  }
}
