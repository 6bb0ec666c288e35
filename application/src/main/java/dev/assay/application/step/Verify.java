package dev.assay.application.step;

import dev.assay.application.workflow.StepName;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.SourceReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Did the data get in there or not? Seals the generation and holds its counts against the ledger
 * and against what the sources delivered.
 */
public final class Verify implements Step {

  private final Catalogue catalogue;
  private final RunLedger ledger;

  /**
   * Makes the step.
   *
   * @param catalogue holds the generation
   * @param ledger knows what was sent and written
   */
  public Verify(Catalogue catalogue, RunLedger ledger) {
    this.catalogue = catalogue;
    this.ledger = ledger;
  }

  @Override
  public StepResult run(RefreshRun run) {
    ChunkCounts counts = ledger.chunks(run.generation());
    Sealed sealed = catalogue.seal(run.generation());
    List<SourceReport> parsed =
        run.result(StepName.COMPLETE_PARSING).map(StepResult::sources).orElse(List.of());
    long accepted = parsed.stream().mapToLong(SourceReport::accepted).sum();
    long superseded = sealed.superseded().values().stream().mapToLong(Long::longValue).sum();
    require(counts.isComplete(), "the ledger is not complete: " + counts);
    require(
        counts.writtenRows() == accepted,
        counts.writtenRows() + " rows were written, but " + accepted + " were accepted");
    require(
        sealed.rows() + superseded == accepted,
        "the catalogue holds "
            + sealed.rows()
            + " bodies and "
            + superseded
            + " gave way to later rows, but "
            + accepted
            + " were accepted");
    List<SourceReport> settled = new ArrayList<>();
    for (int source = 0; source < parsed.size(); source++) {
      settled.add(parsed.get(source).withSuperseded(sealed.superseded().getOrDefault(source, 0L)));
    }
    return new StepResult(sealed.rows(), settled, List.of());
  }

  private static void require(boolean agrees, String otherwise) {
    if (!agrees) {
      throw PortException.permanent("the counts do not agree: " + otherwise);
    }
  }
}
