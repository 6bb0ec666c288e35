package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.application.source.DeltaVEntry;
import dev.assay.application.step.CalculateMasses.BodyMass;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.SourceReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges all sources and values every body: reads the small bodies row by row, values them on
 * several threads and sends them in batches to be written. Every batch is noted in the ledger
 * before it is sent; when all are sent, one message on a second queue says how many there were.
 */
public final class ParseHorizon implements Step {

  private final Sources sources;
  private final ObjectStore store;
  private final RunObjects objects;
  private final ValuationModel model;
  private final BatchQueue<BodyBatch> batches;
  private final BatchQueue<ParseCompleted> completions;
  private final RunLedger ledger;
  private final ParseSettings settings;
  private final Progress progress;

  /**
   * Makes the step.
   *
   * @param downloader opens files in place
   * @param store holds what the steps before left
   * @param model values the bodies
   * @param batches takes valued bodies
   * @param completions takes the message that all are sent
   * @param ledger notes what is sent
   * @param settings how the work is divided
   * @param progress hears how far it is
   */
  public ParseHorizon(
      Downloader downloader,
      ObjectStore store,
      ValuationModel model,
      BatchQueue<BodyBatch> batches,
      BatchQueue<ParseCompleted> completions,
      RunLedger ledger,
      ParseSettings settings,
      Progress progress) {
    this.sources = new Sources(downloader, store);
    this.store = store;
    this.objects = new RunObjects(store);
    this.model = model;
    this.batches = batches;
    this.completions = completions;
    this.ledger = ledger;
    this.settings = settings;
    this.progress = progress;
  }

  @Override
  public StepResult run(RefreshRun run) {
    DeltaVCheck deltaVCheck = new DeltaVCheck();
    objects.read(run.generation(), RunObjects.DELTA_V, DeltaVEntry.class, deltaVCheck::add);
    BatchValuer valuer = new BatchValuer(model, masses(run), deltaVCheck);
    List<SourceReport> reports = new ArrayList<>();
    try (ValuingPipeline pipeline =
        new ValuingPipeline(run.generation(), valuer, ledger, batches, settings)) {
      PartReader reader = new PartReader(sources, store, pipeline, progress);
      reports.addAll(reader.readAll(parts(run)));
    }
    requireRows(reports);
    ChunkCounts sent = ledger.chunks(run.generation());
    completions.send(
        new ParseCompleted(run.generation(), sent.expectedChunks(), sent.expectedRows()));
    List<String> notes = new ArrayList<>(deltaVCheck.summary().stream().toList());
    notes.addAll(valuer.flagSummary());
    return new StepResult(sent.expectedRows(), reports, notes);
  }

  private Map<String, CombinedMass> masses(RefreshRun run) {
    Map<String, CombinedMass> masses = new HashMap<>();
    objects.read(
        run.generation(),
        RunObjects.MASSES,
        BodyMass.class,
        body -> masses.put(body.designation(), body.mass()));
    return masses;
  }

  private List<SmallBodyPart> parts(RefreshRun run) {
    List<SmallBodyPart> parts = new ArrayList<>();
    if (!objects.read(run.generation(), RunObjects.SMALL_BODIES, SmallBodyPart.class, parts::add)) {
      throw PortException.permanent("the list of small-body tables is missing; refresh again");
    }
    return parts;
  }

  private static String described(RowProblem problem) {
    String field = problem.field().isEmpty() ? "" : problem.field() + " '" + problem.value() + "' ";
    return "row " + problem.row() + ": " + field + problem.reason();
  }

  private static void requireRows(List<SourceReport> reports) {
    if (reports.stream().allMatch(report -> report.accepted() == 0)) {
      throw PortException.permanent(
          "no row of the small-body tables could be used"
              + reports.stream()
                  .filter(report -> !report.problems().isEmpty())
                  .findFirst()
                  .map(
                      report -> "; " + report.source() + ", " + described(report.problems().get(0)))
                  .orElse(""));
    }
  }
}
