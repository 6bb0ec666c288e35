package dev.assay.application.step;

import dev.assay.application.manifest.Changes;
import dev.assay.application.manifest.ManifestComparison;
import dev.assay.application.manifest.ManifestComparison.Side;
import dev.assay.application.manifest.ManifestHead;
import dev.assay.application.manifest.Manifests;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.SourceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Did the data get in there or not? Seals the generation and holds its counts against the ledger
 * and against what the sources delivered, of which no step may be missing. The manifest of the run
 * is completed here: from now on another run may rest on the generation.
 */
public final class Verify implements Step {

  private final Catalogue catalogue;
  private final RunLedger ledger;
  private final RunObjects objects;
  private final Manifests manifests;

  /**
   * Makes the step.
   *
   * @param catalogue holds the generation
   * @param ledger knows what was sent and written
   * @param store holds the manifests
   */
  public Verify(Catalogue catalogue, RunLedger ledger, ObjectStore store) {
    this.catalogue = catalogue;
    this.ledger = ledger;
    this.objects = new RunObjects(store);
    this.manifests = new Manifests(store);
  }

  @Override
  public StepResult run(RefreshRun run) {
    requireResults(run);
    ChunkCounts counts = ledger.chunks(run.generation());
    List<SourceReport> parsed =
        run.result(StepName.COMPLETE_PARSING).map(StepResult::sources).orElse(List.of());
    require(counts.isComplete(), "the ledger is not complete: " + counts);
    Optional<GenerationId> base = LoadPlan.load(objects, run.generation()).baseGeneration();
    Sealed sealed =
        base.isPresent()
            ? sealLayer(run, base.get(), counts, parsed)
            : sealInFull(run, counts, parsed);
    List<SourceReport> settled = new ArrayList<>();
    for (int source = 0; source < parsed.size(); source++) {
      settled.add(parsed.get(source).withSuperseded(sealed.superseded().getOrDefault(source, 0L)));
    }
    return new StepResult(
        sealed.rows(), settled, Shrinkage.warning(catalogue, sealed.rows()).stream().toList());
  }

  /** A branch that an engine reports as finished may have been ended from outside. */
  private static void requireResults(RefreshRun run) {
    for (StepName step : Workflow.refresh().before(StepName.VERIFY)) {
      if (run.result(step).isEmpty()) {
        throw PortException.permanent(
            "the step " + step.title() + " left no result; refresh again");
      }
    }
  }

  private Sealed sealInFull(RefreshRun run, ChunkCounts counts, List<SourceReport> parsed) {
    Sealed sealed = catalogue.seal(run.generation());
    long accepted = accepted(parsed);
    require(
        counts.writtenRows() == accepted,
        counts.writtenRows() + " rows were written, but " + accepted + " were accepted");
    requireAllAccepted(sealed, accepted);
    manifests
        .rows(run.generation(), parsed.size())
        .filter(rows -> rows == accepted)
        .map(rows -> ManifestHead.full(run.request().model(), parsed.size(), rows, sealed.rows()))
        .ifPresent(head -> manifests.complete(run.generation(), head));
    return sealed;
  }

  /** What the catalogue holds is the base and what was put; superseded are rows sent or not. */
  private Sealed sealLayer(
      RefreshRun run, GenerationId base, ChunkCounts counts, List<SourceReport> parsed) {
    ManifestHead head = BaseContents.head(manifests, base);
    long accepted = accepted(parsed);
    long listed = manifests.rows(run.generation(), parsed.size()).orElse(-1L);
    require(listed == accepted, listed + " rows are listed, but " + accepted + " were accepted");
    Changes changes =
        ManifestComparison.compare(
            manifests,
            new Side(base, head.parts(), head.rows()),
            new Side(run.generation(), parsed.size(), listed));
    require(
        counts.writtenRows() == changes.sent(),
        counts.writtenRows() + " rows were written, but " + changes.sent() + " differ");
    Sealed sealed =
        catalogue.seal(
            run.generation(),
            new Difference(changes.bodies(), changes.gone(), changes.unchanged()));
    require(
        sealed.rows() == changes.bodies(),
        "the catalogue holds "
            + sealed.rows()
            + " bodies, but "
            + changes.bodies()
            + " are listed");
    require(
        sealed.own() == changes.written(),
        sealed.own() + " bodies were put, but " + changes.written() + " differ from the base");
    Sealed asInFull = new Sealed(sealed.rows(), changes.superseded());
    requireAllAccepted(asInFull, accepted);
    manifests.complete(run.generation(), head.layer(base, parsed.size(), listed, changes));
    return asInFull;
  }

  private static long accepted(List<SourceReport> parsed) {
    return parsed.stream().mapToLong(SourceReport::accepted).sum();
  }

  private static void requireAllAccepted(Sealed sealed, long accepted) {
    Map<Integer, Long> bySource = sealed.superseded();
    long superseded = bySource.values().stream().mapToLong(Long::longValue).sum();
    require(
        sealed.rows() + superseded == accepted,
        "the catalogue holds "
            + sealed.rows()
            + " bodies and "
            + superseded
            + " gave way to later rows, but "
            + accepted
            + " were accepted");
  }

  private static void require(boolean agrees, String otherwise) {
    if (!agrees) {
      throw PortException.permanent("the counts do not agree: " + otherwise);
    }
  }
}
