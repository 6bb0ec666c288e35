package dev.assay.application.step;

import dev.assay.application.source.MappedRow;
import dev.assay.application.source.SmallBodyMapper;
import dev.assay.application.source.SourceRow;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.value.Valuation;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.SourceReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes bodies of rows and values them. Thread-safe; what it needs to know fits in memory. */
final class BatchValuer {

  private final ValuationModel model;
  private final Map<String, CombinedMass> masses;
  private final DeltaVCheck deltaVCheck;

  BatchValuer(ValuationModel model, Map<String, CombinedMass> masses, DeltaVCheck deltaVCheck) {
    this.model = model;
    this.masses = masses;
    this.deltaVCheck = deltaVCheck;
  }

  /**
   * Valued rows of one source.
   *
   * @param rows those that were accepted
   * @param report what became of all of them
   */
  record Valued(List<CatalogueRow> rows, SourceReport report) {}

  Valued value(String sourceName, int source, List<SourceRow> rows) {
    SourceReport.Counter counter = new SourceReport.Counter(sourceName);
    SmallBodyMapper mapper = new SmallBodyMapper(counter::ignoreField);
    List<CatalogueRow> valued = new ArrayList<>(rows.size());
    for (SourceRow row : rows) {
      MappedRow mapped = mapper.map(row);
      if (mapped instanceof MappedRow.Accepted accepted) {
        counter.accept();
        valued.add(new CatalogueRow(entry(accepted.body()), source, row.number()));
      } else if (mapped instanceof MappedRow.Rejected rejected) {
        counter.reject(rejected.problem());
      }
    }
    return new Valued(valued, counter.report());
  }

  private CatalogueEntry entry(SmallBody body) {
    CombinedMass literature = masses.get(body.identity().designation().value());
    Valuation valuation = model.value(body, literature);
    deltaVCheck.compare(body);
    return CatalogueEntry.of(body, literature, valuation);
  }
}
