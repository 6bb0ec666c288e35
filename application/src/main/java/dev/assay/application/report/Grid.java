package dev.assay.application.report;

import org.jspecify.annotations.Nullable;

/** Counts of bodies by accessibility and value: the scatter chart in numbers. Not thread-safe. */
final class Grid {

  private final Histogram columns = Histogram.linear(0, 1, 0.2);
  private final Histogram rows = Histogram.decades(0, 21);
  private final long[][] counts = new long[rows.size()][columns.size()];

  void add(@Nullable Double accessibility, @Nullable Double value) {
    if (accessibility != null && value != null) {
      counts[rows.bin(value)][columns.bin(accessibility)]++;
    }
  }

  int columnCount() {
    return columns.size();
  }

  String column(int column) {
    return columns.range(column);
  }

  int rowCount() {
    return rows.size();
  }

  String row(int row) {
    return rows.range(row);
  }

  long count(int row, int column) {
    return counts[row][column];
  }

  boolean isEmptyRow(int row) {
    long sum = 0;
    for (long count : counts[row]) {
      sum += count;
    }
    return sum == 0;
  }

  boolean isEmptyColumn(int column) {
    long sum = 0;
    for (long[] row : counts) {
      sum += row[column];
    }
    return sum == 0;
  }
}
