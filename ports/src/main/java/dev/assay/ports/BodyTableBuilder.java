package dev.assay.ports;

import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.value.Valuation;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills a {@link BodyTable} row by row. Not thread-safe; used once. */
public final class BodyTableBuilder {

  private static final List<CatalogueColumn> COLUMNS = CatalogueColumn.ALL;

  private final Object[] columns = new Object[COLUMNS.size()];
  private int[] sources;
  private long[] rowNumbers;
  private long[] keys;
  private int size;
  private int column;

  /**
   * Makes an empty table.
   *
   * @param capacity for how many rows there is to be room at first, 0 or more
   */
  public BodyTableBuilder(int capacity) {
    sources = new int[capacity];
    rowNumbers = new long[capacity];
    keys = new long[capacity];
    for (int c = 0; c < COLUMNS.size(); c++) {
      boolean real = COLUMNS.get(c).type() == CatalogueColumn.Type.REAL;
      columns[c] = real ? new double[capacity] : new Object[capacity];
    }
  }

  /**
   * How many rows there are.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * Adds a body.
   *
   * @param body the body as observed
   * @param literature its published masses; null if there is none
   * @param valuation what follows
   * @param source number of its source within the run, from 0
   * @param rowNumber its row there, from 1
   */
  public void add(
      SmallBody body,
      @Nullable CombinedMass literature,
      Valuation valuation,
      int source,
      long rowNumber) {
    begin(source, rowNumber);
    EntryFields.write(body, literature, valuation, this);
    end();
  }

  /**
   * Adds a row.
   *
   * @param row the row
   */
  public void add(CatalogueRow row) {
    begin(row.source(), row.row());
    for (CatalogueColumn each : COLUMNS) {
      Object value = each.value().apply(row.entry());
      if (each.type() == CatalogueColumn.Type.REAL) {
        real((Double) value);
      } else {
        object(value);
      }
    }
    end();
  }

  /**
   * Adds rows of another table.
   *
   * @param table the table
   * @param from place of the first row there
   * @param to place behind the last
   * @param rowsBefore to be added to the number of each row
   */
  public void addAll(BodyTable table, int from, int to, long rowsBefore) {
    int count = to - from;
    reserve(size + count);
    for (int c = 0; c < COLUMNS.size(); c++) {
      System.arraycopy(table.column(c), from, columns[c], size, count);
    }
    for (int row = from; row < to; row++) {
      sources[size] = table.source(row);
      rowNumbers[size] = rowsBefore + table.rowNumber(row);
      keys[size] = table.key(row);
      size++;
    }
  }

  private void begin(int source, long rowNumber) {
    reserve(size + 1);
    sources[size] = source;
    rowNumbers[size] = rowNumber;
    column = 0;
  }

  private void end() {
    if (column != COLUMNS.size()) {
      throw new IllegalStateException(column + " values for " + COLUMNS.size() + " columns");
    }
    keys[size] = BodyKeys.key(BodyTable.designation(columns, size));
    size++;
  }

  private void reserve(int rows) {
    if (rows <= rowNumbers.length) {
      return;
    }
    int capacity = Math.max(rows, 2 * rowNumbers.length);
    sources = Arrays.copyOf(sources, capacity);
    rowNumbers = Arrays.copyOf(rowNumbers, capacity);
    keys = Arrays.copyOf(keys, capacity);
    for (int c = 0; c < COLUMNS.size(); c++) {
      columns[c] =
          columns[c] instanceof double[] reals
              ? Arrays.copyOf(reals, capacity)
              : Arrays.copyOf((Object[]) columns[c], capacity);
    }
  }

  /** Gives the next column of the row its value, a finite number. */
  void real(double value) {
    ((double[]) columns[column++])[size] = value;
  }

  /** Gives the next column of the row its value; null if not known. */
  void real(@Nullable Double value) {
    real(value == null ? Double.NaN : (double) value);
  }

  /** The next column of the row is not known where a number is not finite. */
  void finite(double value) {
    real(Double.isFinite(value) ? value : Double.NaN);
  }

  /** Gives the next column of the row, which is not real, its value; null if not known. */
  void object(@Nullable Object value) {
    ((@Nullable Object[]) columns[column++])[size] = value;
  }

  /**
   * Ends the filling.
   *
   * @return the rows
   */
  public BodyTable build() {
    return new BodyTable(size, columns, sources, rowNumbers, keys);
  }
}
