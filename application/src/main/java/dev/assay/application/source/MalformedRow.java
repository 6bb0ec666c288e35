package dev.assay.application.source;

import dev.assay.ports.RowProblem;

/**
 * A row whose cells cannot be told apart, such as one that is shorter than its header. It counts as
 * read and rejected.
 *
 * @param problem what is wrong with it
 */
public record MalformedRow(RowProblem problem) implements SourceRow {

  static MalformedRow of(long number, String reason) {
    return new MalformedRow(
        new RowProblem(number, "", "", reason, RowProblem.Consequence.ROW_REJECTED));
  }

  @Override
  public long number() {
    return problem.row();
  }
}
