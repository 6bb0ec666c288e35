package dev.assay.ports;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into the catalogue, column by column as a column store takes them. Numbers are
 * primitive here: an entry for each of 1.45 million bodies, with some thirty numbers in objects of
 * their own, took a third of the processor time of a refresh (making, collecting and reading them).
 * Immutable; made by a {@link BodyTableBuilder}.
 */
public final class BodyTable {

  private final int size;

  /** A {@code double[]} for each column of real numbers, an {@code Object[]} for each other. */
  private final Object[] columns;

  private final int[] sources;
  private final long[] rowNumbers;
  private final long[] keys;

  BodyTable(int size, Object[] columns, int[] sources, long[] rowNumbers, long[] keys) {
    this.size = size;
    this.columns = columns;
    this.sources = sources;
    this.rowNumbers = rowNumbers;
    this.keys = keys;
  }

  /**
   * Puts rows into a table.
   *
   * @param rows any number of them
   * @return the same rows
   */
  public static BodyTable of(List<CatalogueRow> rows) {
    BodyTableBuilder table = new BodyTableBuilder(rows.size());
    rows.forEach(table::add);
    return table.build();
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
   * The numbers of a column of type {@link CatalogueColumn.Type#REAL}.
   *
   * @param column its place in {@link CatalogueColumn#ALL}
   * @return the column itself, not to be changed: one number for each row, perhaps more behind
   *     them; NaN where it is not known
   */
  public double[] reals(int column) {
    return (double[]) columns[column];
  }

  /**
   * The values of a column of any other type.
   *
   * @param column its place in {@link CatalogueColumn#ALL}
   * @return the column itself, not to be changed: one value for each row, perhaps more behind them;
   *     null where it is not known
   */
  public @Nullable Object[] others(int column) {
    return (@Nullable Object[]) columns[column];
  }

  /** The array of a column, whatever its type. */
  Object column(int column) {
    return columns[column];
  }

  /**
   * A value as the column's type says.
   *
   * @param column place of the column in {@link CatalogueColumn#ALL}
   * @param row place of the row, from 0
   * @return the value; null if not known
   */
  public @Nullable Object value(int column, int row) {
    if (columns[column] instanceof double[] reals) {
      return Double.isNaN(reals[row]) ? null : (Double) reals[row];
    }
    return others(column)[row];
  }

  /**
   * The body of a row.
   *
   * @param row place of the row, from 0
   * @return its primary designation
   */
  public String designation(int row) {
    return designation(columns, row);
  }

  /** The primary designation is the first column, and always known. */
  static String designation(Object[] columns, int row) {
    return (String) ((Object[]) columns[0])[row];
  }

  /**
   * The body of a row as a number, found once when the row was made.
   *
   * @param row place of the row, from 0
   * @return the {@link BodyKeys#key} of its designation
   */
  public long key(int row) {
    return keys[row];
  }

  /**
   * The source of a row.
   *
   * @param row place of the row, from 0
   * @return number of the source within the run, from 0
   */
  public int source(int row) {
    return sources[row];
  }

  /**
   * The place of a row in its source.
   *
   * @param row place of the row here, from 0
   * @return from 1
   */
  public long rowNumber(int row) {
    return rowNumbers[row];
  }

  /**
   * A row as an entry.
   *
   * @param row place of the row, from 0
   * @return what it says of the body
   */
  public CatalogueEntry entry(int row) {
    List<@Nullable Object> values = new ArrayList<>(CatalogueColumn.ALL.size());
    for (int column = 0; column < CatalogueColumn.ALL.size(); column++) {
      values.add(value(column, row));
    }
    return CatalogueColumn.entry(values);
  }

  /**
   * All rows one by one, each made when it is asked for.
   *
   * @return unmodifiable
   */
  public List<CatalogueRow> rows() {
    return new AbstractList<>() {
      @Override
      public CatalogueRow get(int row) {
        return new CatalogueRow(entry(row), sources[row], rowNumbers[row]);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BodyTable table && rows().equals(table.rows());
  }

  @Override
  public int hashCode() {
    return rows().hashCode();
  }

  @Override
  public String toString() {
    return rows().toString();
  }
}
