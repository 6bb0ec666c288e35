package dev.assay.application.step;

import dev.assay.application.source.MappedRow;
import dev.assay.application.source.RowBlock;
import dev.assay.application.source.SmallBodyMapper;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.value.Flag;
import dev.assay.domain.value.Valuation;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.BodyTable;
import dev.assay.ports.BodyTableBuilder;
import dev.assay.ports.SourceReport;
import java.util.Map;

/** Makes bodies of rows and values them. Thread-safe; what it needs to know fits in memory. */
final class BatchValuer {

  /** A little more than a block of a CSV table holds; for a larger one there is made room. */
  private static final int ROWS_EXPECTED = 640;

  private final ValuationModel model;
  private final Map<String, CombinedMass> masses;
  private final DeltaVCheck deltaVCheck;
  private final FlagCounts flagCounts = new FlagCounts();

  BatchValuer(ValuationModel model, Map<String, CombinedMass> masses, DeltaVCheck deltaVCheck) {
    this.model = model;
    this.masses = masses;
    this.deltaVCheck = deltaVCheck;
  }

  /**
   * Valued rows of one block.
   *
   * @param bodies those that were accepted, with numbers counted from the beginning of the block
   * @param count how many rows there were
   * @param report what became of all of them
   */
  record Valued(BodyTable bodies, long count, SourceReport report) {}

  Valued value(String sourceName, int source, RowBlock block) {
    SourceReport.Counter counter = new SourceReport.Counter(sourceName);
    SmallBodyMapper mapper = new SmallBodyMapper(counter::ignoreField);
    BodyTableBuilder valued = new BodyTableBuilder(ROWS_EXPECTED);
    long count =
        block.read(
            0,
            row -> {
              MappedRow mapped = mapper.map(row);
              if (mapped instanceof MappedRow.Accepted accepted) {
                counter.accept();
                value(accepted.body(), source, row.number(), valued);
              } else if (mapped instanceof MappedRow.Rejected rejected) {
                counter.reject(rejected.problem());
              }
            });
    return new Valued(valued.build(), count, counter.report());
  }

  /** How many bodies raised which flag. */
  Map<Flag, Long> flagCounts() {
    return flagCounts.counts();
  }

  private void value(SmallBody body, int source, long row, BodyTableBuilder to) {
    CombinedMass literature = masses.get(body.identity().designation().value());
    Valuation valuation = model.value(body, literature);
    deltaVCheck.compare(body);
    flagCounts.add(valuation.flags());
    to.add(body, literature, valuation, source, row);
  }
}
