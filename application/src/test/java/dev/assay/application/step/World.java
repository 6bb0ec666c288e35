package dev.assay.application.step;

import dev.assay.application.message.BatchCodec;
import dev.assay.application.query.EntryFormat;
import dev.assay.application.query.EntryFormat.EntryWriter;
import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BatchQueue.Delivery;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.Downloader;
import dev.assay.ports.Notifier;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.memory.InMemoryBatchQueue;
import dev.assay.ports.memory.InMemoryCatalogue;
import dev.assay.ports.memory.InMemoryObjectStore;
import dev.assay.ports.memory.InMemoryRunLedger;
import dev.assay.ports.memory.RecordingNotifier;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every port in memory, and the steps of a refresh on them. The ports are here without faults. */
final class World {

  static final Instant NOW = Instant.parse("2026-11-01T03:07:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  static final ValuationModel MODEL = AssayModel.withBundledTables();

  private static final int QUEUE_CAPACITY = 10_000;
  private static final int ATTEMPTS = 3;
  private static final int PAGE_ROWS = 8;

  final FakeUpstream upstream = new FakeUpstream();
  final ObjectStore store = new InMemoryObjectStore();
  final Catalogue catalogue = new InMemoryCatalogue();
  final RunLedger ledger = new InMemoryRunLedger();
  final BatchQueue<BodyBatch> batches =
      new InMemoryBatchQueue<>(
          QUEUE_CAPACITY,
          ATTEMPTS,
          Duration.ZERO,
          batch -> "chunk " + batch.chunk(),
          new BatchCodec()::reference);
  final BatchQueue<ParseCompleted> completions =
      new InMemoryBatchQueue<>(QUEUE_CAPACITY, ATTEMPTS, Duration.ZERO, ParseCompleted::toString);
  final RecordingNotifier notifier = new RecordingNotifier();
  final Faults faults = new Faults();
  private final BatchQueue<BodyBatch> faultyBatches = faults.around(BatchQueue.class, batches);
  private final Map<StepName, Step> steps;

  World() {
    this(new ParseSettings(4, 2));
  }

  World(ParseSettings settings) {
    upstream.publish(TestRequest.MASSES, Sample.text("masses.txt"));
    steps = steps(settings);
  }

  private Map<StepName, Step> steps(ParseSettings settings) {
    Downloader downloader = faults.around(Downloader.class, upstream);
    ObjectStore objects = faults.around(ObjectStore.class, store);
    Catalogue bodies = faults.around(Catalogue.class, catalogue);
    RunLedger runs = faults.around(RunLedger.class, ledger);
    Notifier people = faults.around(Notifier.class, notifier);
    BatchQueue<ParseCompleted> ends = faults.around(BatchQueue.class, completions);
    AwaitWrites await =
        new AwaitWrites(
            ends,
            faultyBatches,
            runs,
            new AwaitWrites.Warning(people, "Remove the cause."),
            Progress.SILENT,
            new AwaitWrites.Looks(Duration.ZERO, 2, Integer.MAX_VALUE));
    WriteBatch writer = new WriteBatch(bodies, runs);
    Map<StepName, Step> all = new EnumMap<>(StepName.class);
    all.put(StepName.CREATE_TABLE, new CreateTable(bodies, runs, objects, CLOCK, 1000));
    all.put(StepName.DOWNLOAD_DELTA_V, new DownloadDeltaV(downloader, objects, CLOCK));
    all.put(
        StepName.DOWNLOAD_EXOPLANETS, new DownloadExoplanets(downloader, objects, bodies, CLOCK));
    all.put(StepName.CALCULATE_MASSES, new CalculateMasses(downloader, objects, CLOCK));
    all.put(
        StepName.GET_LATEST_ASTEROIDS,
        new GetLatestAsteroids(
            downloader, objects, CLOCK, Progress.SILENT, TimeLimit.NONE, PAGE_ROWS));
    all.put(
        StepName.PARSE_HORIZON,
        new ParseHorizon(
            downloader,
            objects,
            MODEL,
            faultyBatches,
            runs,
            settings,
            Progress.SILENT,
            TimeLimit.NONE));
    all.put(StepName.COMPLETE_PARSING, new CompleteParsing(objects, ends, runs));
    all.put(
        StepName.AWAIT_WRITES,
        run -> {
          writeAll(writer);
          return await.run(run);
        });
    all.put(StepName.VERIFY, new Verify(bodies, runs, objects));
    all.put(StepName.ACTIVATE, new Activate(bodies));
    all.put(StepName.NOTIFY_SUCCESS, new NotifySuccess(runs, people, objects, CLOCK));
    all.put(StepName.NOTIFY_FAILURE, new NotifyFailure(bodies, runs, people, CLOCK));
    return all;
  }

  /** Takes a whole refresh through. */
  SequentialRunner.Ended refresh(TestRequest request) {
    return new SequentialRunner(steps).run(Workflow.refresh(), request.build());
  }

  /** Takes one step of a run. */
  StepResult step(StepName name, RefreshRun run) {
    Step step = steps.get(name);
    if (step == null) {
      throw new IllegalStateException("no step " + name);
    }
    return step.run(run);
  }

  /** Takes the steps up to the parsing, and returns what came of that. */
  StepResult parse(TestRequest request) {
    RefreshRun run = request.run();
    int parts = gather(run);
    for (int part = 0; part < parts; part++) {
      step(StepName.PARSE_HORIZON, run.forPart(part));
    }
    return step(StepName.COMPLETE_PARSING, run);
  }

  /** Takes the steps before the parsing, and returns how many parts there are to parse. */
  int gather(RefreshRun run) {
    step(StepName.CREATE_TABLE, run);
    step(StepName.DOWNLOAD_DELTA_V, run);
    step(StepName.CALCULATE_MASSES, run);
    return step(StepName.GET_LATEST_ASTEROIDS, run).parts();
  }

  /** Takes the steps after the parsing up to the activation, and returns the verified result. */
  StepResult load(TestRequest request, StepResult parsed) {
    RefreshRun run = request.runToVerify(parsed);
    step(StepName.AWAIT_WRITES, run);
    StepResult verified = step(StepName.VERIFY, run);
    step(StepName.ACTIVATE, run);
    return verified;
  }

  /** The batches that wait to be written, taken from their queue. */
  List<BodyBatch> takeBatches() {
    return batches.receive(QUEUE_CAPACITY, Duration.ZERO).stream().map(Delivery::message).toList();
  }

  /** The active catalogue as a file. */
  String csv() {
    StringWriter out = new StringWriter();
    try (CatalogueReader reader = catalogue.read().orElseThrow();
        EntryWriter writer = EntryFormat.CSV.open(out)) {
      reader.forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** The bodies of the active catalogue. */
  List<CatalogueEntry> entries() {
    List<CatalogueEntry> entries = new ArrayList<>();
    try (CatalogueReader reader = catalogue.read().orElseThrow()) {
      reader.forEach(entries::add);
    }
    return entries;
  }

  /** A body of the active catalogue. */
  CatalogueEntry entry(String designation) {
    return entries().stream()
        .filter(entry -> entry.designation().equals(designation))
        .findFirst()
        .orElseThrow();
  }

  /** What other processes do all the time: takes batches until none comes and has them written. */
  private void writeAll(WriteBatch writer) {
    List<Delivery<BodyBatch>> taken = take();
    while (!taken.isEmpty()) {
      taken.forEach(delivery -> write(writer, delivery));
      taken = take();
    }
  }

  private List<Delivery<BodyBatch>> take() {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        return faultyBatches.receive(1, Duration.ZERO);
      } catch (PortException e) {
        // Looks again.
      }
    }
    return List.of();
  }

  private void write(WriteBatch writer, Delivery<BodyBatch> delivery) {
    try {
      writer.write(delivery.message());
      faultyBatches.acknowledge(delivery);
    } catch (PortException e) {
      handBack(delivery, e);
    }
  }

  private void handBack(Delivery<BodyBatch> delivery, PortException trouble) {
    try {
      faultyBatches.retry(delivery, String.valueOf(trouble.getMessage()));
    } catch (PortException e) {
      trouble.addSuppressed(e);
    }
  }
}
