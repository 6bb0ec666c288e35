package dev.assay.application.step;

import dev.assay.application.manifest.BodyContents;
import dev.assay.application.manifest.Manifests;
import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.step.SideTables.Tables;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.SourceReport;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Merges all sources and values the bodies of one part: reads the part row by row, values the rows
 * on several threads and sends them in batches to be written; in a run over a base only those that
 * do not say of a body what the base does. Every batch is noted in the ledger before it is sent.
 * Parsing a part again sends the same batches under the same numbers; several parts may be parsed
 * at once. What came of the part is kept until {@link CompleteParsing} holds all parts together.
 */
public final class ParseHorizon implements Step {

  private final RunObjects objects;
  private final SideTables tables;
  private final PartReader reader;
  private final Manifests manifests;
  private final BaseContents base;
  private final ValuationModel model;
  private final BatchQueue<BodyBatch> batches;
  private final RunLedger ledger;
  private final ParseSettings settings;

  /**
   * Makes the step.
   *
   * @param downloader opens files in place
   * @param store holds what the steps before left
   * @param model values the bodies
   * @param batches takes valued bodies
   * @param ledger notes what is sent
   * @param settings how the work is divided; the same for all calls of a run
   * @param progress hears how far it is
   * @param limit tells when a part takes too long
   */
  public ParseHorizon(
      Downloader downloader,
      ObjectStore store,
      ValuationModel model,
      BatchQueue<BodyBatch> batches,
      RunLedger ledger,
      ParseSettings settings,
      Progress progress,
      TimeLimit limit) {
    this.objects = new RunObjects(store);
    this.tables = new SideTables(store);
    this.reader = new PartReader(downloader, store, progress, limit);
    this.manifests = new Manifests(store);
    this.base = new BaseContents(store);
    this.model = model;
    this.batches = batches;
    this.ledger = ledger;
    this.settings = settings;
  }

  @Override
  public StepResult run(RefreshRun run) {
    SmallBodyPart part = part(run);
    Tables side = tables.of(run.generation());
    DeltaVCheck deltaVCheck = new DeltaVCheck(side.deltaV());
    BatchValuer valuer = new BatchValuer(model, side.masses(), deltaVCheck);
    Parsed parsed = parse(run, part, valuer);
    ParsedPart.save(
        objects,
        run.generation(),
        run.part(),
        new ParsedPart(
            part.group(),
            part.name(),
            parsed.report(),
            parsed.declared().isPresent() ? parsed.declared().getAsLong() : null,
            deltaVCheck.compared(),
            deltaVCheck.agreeing(),
            parsed.sent(),
            valuer.flagCounts()));
    return StepResult.of(parsed.report());
  }

  /** What came of the rows of a part. */
  private record Parsed(OptionalLong declared, SourceReport report, long sent) {}

  /** The manifest of the part grows while its rows are sent, and is there when all of them are. */
  private Parsed parse(RefreshRun run, SmallBodyPart part, BatchValuer valuer) {
    BodyContents known = base.contents(run.generation());
    AtomicReference<Parsed> parsed = new AtomicReference<>();
    manifests.write(
        run.generation(),
        run.part(),
        manifest -> {
          try (ValuingPipeline pipeline =
              new ValuingPipeline(
                  new ValuingPipeline.Origin(run.generation(), run.part(), part.name()),
                  valuer,
                  ledger,
                  batches,
                  settings,
                  known,
                  manifest)) {
            OptionalLong declared = reader.read(part, pipeline);
            parsed.set(new Parsed(declared, pipeline.report(), pipeline.sent()));
          }
        });
    return Objects.requireNonNull(parsed.get());
  }

  private SmallBodyPart part(RefreshRun run) {
    List<SmallBodyPart> parts = SmallBodyPart.load(objects, run.generation());
    if (run.part() < 0 || run.part() >= parts.size()) {
      throw PortException.permanent(
          "there is no part " + run.part() + " of the small-body tables: " + parts.size());
    }
    return parts.get(run.part());
  }
}
