package dev.assay.application.source;

import dev.assay.domain.body.SmallBody;
import dev.assay.ports.RowProblem;

/** What became of one row of a small-body table. */
public sealed interface MappedRow {

  /**
   * The row describes a body.
   *
   * @param body the body
   */
  record Accepted(SmallBody body) implements MappedRow {}

  /**
   * The row is of no use.
   *
   * @param problem why
   */
  record Rejected(RowProblem problem) implements MappedRow {}
}
