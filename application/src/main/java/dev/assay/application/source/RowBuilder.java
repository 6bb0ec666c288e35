package dev.assay.application.source;

import org.jspecify.annotations.Nullable;

/** Collects the cells of one row from left to right. */
final class RowBuilder {

  private final Columns columns;
  private final @Nullable String[] values;
  private int cells;
  private @Nullable String problem;

  RowBuilder(Columns columns) {
    this.columns = columns;
    this.values = new String[columns.fieldCount()];
  }

  /** Whether the next cell is of use, so that its text is worth making. */
  boolean wantsNext() {
    return columns.fieldOf(cells) >= 0;
  }

  void add(@Nullable String text) {
    int field = columns.fieldOf(cells);
    if (field >= 0) {
      values[field] = text;
    }
    cells++;
  }

  void skip() {
    cells++;
  }

  /** Notes a cell, or a row, that is not plain text. */
  void fail(String reason) {
    problem = reason;
    cells++;
  }

  /** Whether there is a cell for each column. */
  boolean isFull() {
    return cells >= columns.count();
  }

  @Nullable String[] values() {
    return values;
  }

  SourceRow build(long number) {
    if (problem == null && cells != columns.count()) {
      problem = "has " + cells + " cells where the table has " + columns.count() + " columns";
    }
    return problem == null ? new RawRow(number, values) : MalformedRow.of(number, problem);
  }
}
