package dev.assay.application.source;

/** One row of a table: its cells, or what makes it unreadable. */
public sealed interface SourceRow permits TextRow, MalformedRow {

  /**
   * The number of the row.
   *
   * @return counted from 1 over the data rows of its source
   */
  long number();
}
