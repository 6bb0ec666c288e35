package dev.assay.application.source;

import dev.assay.ports.RowProblem;
import dev.assay.ports.SourceReport;

/** Counts the rows of a table of lines, and refuses tables that are too long or of no use. */
final class LineCounter {

  private final String source;
  private final long most;
  private final SourceReport.Counter counter;
  private String line = "";
  private long rows;

  LineCounter(String source, long most) {
    this.source = source;
    this.most = most;
    this.counter = new SourceReport.Counter(source);
  }

  /** Begins a row; exactly one of accept and reject follows. */
  void next(String text) {
    line = text;
    rows++;
    if (rows > most) {
      throw new BadSourceException(source, "has more than " + most + " rows");
    }
  }

  void accept() {
    counter.accept();
  }

  void reject(String reason) {
    counter.reject(
        new RowProblem(rows, "", Cells.excerpt(line), reason, RowProblem.Consequence.ROW_REJECTED));
  }

  /** The report of a table that held at least one row of use. */
  SourceReport requireSome(String what) {
    SourceReport report = counter.report();
    if (report.accepted() > 0) {
      return report;
    }
    String first =
        report.problems().isEmpty() ? "" : "; row 1 " + report.problems().get(0).reason();
    throw new BadSourceException(source, "has no line with " + what + first);
  }
}
