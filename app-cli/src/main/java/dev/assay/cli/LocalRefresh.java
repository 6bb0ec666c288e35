package dev.assay.cli;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.step.Activate;
import dev.assay.application.step.AwaitWrites;
import dev.assay.application.step.AwaitWrites.Looks;
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
import dev.assay.local.BatchWriters;
import dev.assay.local.LocalRunner;
import dev.assay.ports.GenerationId;
import dev.assay.ports.RunRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Takes a refresh through the local adapters, holding the data directory for itself. */
final class LocalRefresh implements AutoCloseable {

  private static final DateTimeFormatter RUN_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  /** The ledger is looked at this often, and this long, while no batch is written. */
  private static final Looks LOOKS = new Looks(Duration.ofMillis(20), 3000, Integer.MAX_VALUE);

  /** The database takes rows on threads of its own; one thread suffices to hand them over. */
  private static final int WRITERS = 1;

  /** The queue is held by the run itself, so letters cannot be sent again while it waits. */
  private static final String ADVICE = "Remove the cause, then refresh again.";

  private final Assembly assembly;
  private final Clock clock;
  private final Pauses pauses;

  private LocalRefresh(Assembly assembly, Clock clock, Pauses pauses) {
    this.assembly = assembly;
    this.clock = clock;
    this.pauses = pauses;
  }

  static LocalRefresh begin(Path data, String contact, Pauses pauses) {
    Clock clock = Clock.systemUTC();
    return new LocalRefresh(
        Assembly.forRefresh(data, contact, pauses.requests(), clock), clock, pauses);
  }

  LocalRunner.Ended run(RefreshPlan plan, Progress progress) {
    Instant now = clock.instant();
    RefreshRequest request =
        new RefreshRequest(
            new GenerationId(RUN_NAME.format(now)),
            now,
            plan.model().name(),
            plan.smallBodies(),
            plan.deltaV(),
            plan.masses(),
            plan.exoplanets(),
            plan.offline(),
            plan.full());
    LocalRunner runner =
        new LocalRunner(
            steps(plan, progress), pauses.steps(), () -> ThreadLocalRandom.current().nextDouble());
    WriteBatch writeBatch = new WriteBatch(assembly.catalogue(), assembly.ledger());
    try (BatchWriters ignored = new BatchWriters(assembly.batches(), writeBatch, WRITERS)) {
      return runner.run(Workflow.refresh(), request);
    }
  }

  private Map<StepName, Step> steps(RefreshPlan plan, Progress progress) {
    Assembly a = assembly;
    Map<StepName, Step> steps = new EnumMap<>(StepName.class);
    steps.put(
        StepName.CREATE_TABLE,
        new CreateTable(a.catalogue(), a.ledger(), a.objects(), clock, mostRowsCompared()));
    steps.put(StepName.DOWNLOAD_DELTA_V, new DownloadDeltaV(a.downloader(), a.objects(), clock));
    steps.put(
        StepName.DOWNLOAD_EXOPLANETS,
        new DownloadExoplanets(a.downloader(), a.objects(), a.catalogue(), clock));
    steps.put(StepName.CALCULATE_MASSES, new CalculateMasses(a.downloader(), a.objects(), clock));
    steps.put(
        StepName.GET_LATEST_ASTEROIDS,
        new GetLatestAsteroids(
            a.downloader(),
            a.objects(),
            clock,
            progress,
            TimeLimit.NONE,
            GetLatestAsteroids.PAGE_ROWS));
    steps.put(
        StepName.PARSE_HORIZON,
        new ParseHorizon(
            a.downloader(),
            a.objects(),
            plan.model(),
            a.batches(),
            a.ledger(),
            ParseSettings.defaults(),
            progress,
            TimeLimit.NONE));
    steps.put(
        StepName.COMPLETE_PARSING, new CompleteParsing(a.objects(), a.completions(), a.ledger()));
    // At most four batches are left to write by now, so progress is not shown.
    steps.put(
        StepName.AWAIT_WRITES,
        new AwaitWrites(
            a.completions(),
            a.batches(),
            a.ledger(),
            new AwaitWrites.Warning(a.notifier(), ADVICE),
            Progress.SILENT,
            LOOKS));
    steps.put(StepName.VERIFY, new Verify(a.catalogue(), a.ledger(), a.objects()));
    steps.put(StepName.ACTIVATE, new Activate(a.catalogue()));
    steps.put(
        StepName.NOTIFY_SUCCESS, new NotifySuccess(a.ledger(), a.notifier(), a.objects(), clock));
    steps.put(
        StepName.NOTIFY_FAILURE, new NotifyFailure(a.catalogue(), a.ledger(), a.notifier(), clock));
    return steps;
  }

  /** A quarter of the heap, which is enough for three million bodies in the 256 MB of a refresh. */
  private static long mostRowsCompared() {
    return Runtime.getRuntime().maxMemory() / 4 / CreateTable.BYTES_OF_A_ROW_COMPARED;
  }

  @Nullable RunRecord lastRun() {
    return assembly.ledger().history(1).stream().findFirst().orElse(null);
  }

  @Override
  public void close() {
    assembly.close();
  }
}
