package dev.assay.domain.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A small table of numbers with their sources.
 *
 * <p>The format is deliberately plain: lines of cells separated by commas, the first line names the
 * columns, lines that begin with {@code #} are comments. The last column takes the rest of its
 * line, so that a source may contain commas; it may stand in double quotes, as spreadsheets write
 * it.
 */
public final class DataTable {

  private static final int MOST_LINES = 10_000;

  private final String name;
  private final List<Row> rows;

  private DataTable(String name, List<Row> rows) {
    this.name = name;
    this.rows = List.copyOf(rows);
  }

  /**
   * Reads a table.
   *
   * @param name what to call it in messages
   * @param text its content
   * @param columns the columns it must have, in this order
   * @return the table, with one row or more
   * @throws BadTableException if the header differs, a row is too short, there is no row, or there
   *     are more than 10000 lines
   */
  public static DataTable parse(String name, String text, List<String> columns) {
    List<Row> rows = new ArrayList<>();
    boolean headerSeen = false;
    int lineNumber = 0;
    for (String line : text.lines().limit(MOST_LINES + 1L).toList()) {
      lineNumber++;
      if (lineNumber > MOST_LINES) {
        throw new BadTableException(name, "more than " + MOST_LINES + " lines");
      }
      String content = line.replace("\uFEFF", "").strip();
      if (content.isEmpty() || content.startsWith("#")) {
        continue;
      }
      String[] cells = content.split(",", columns.size());
      if (headerSeen) {
        rows.add(row(name, lineNumber, columns, cells));
      } else {
        requireHeader(name, lineNumber, columns, cells);
        headerSeen = true;
      }
    }
    if (rows.isEmpty()) {
      throw new BadTableException(name, "no rows; expected columns " + String.join(",", columns));
    }
    return new DataTable(name, rows);
  }

  /**
   * Reads one of the tables inside this library.
   *
   * @param file its file name, such as "prices.csv"
   * @return its text
   */
  public static String bundled(String file) {
    try (InputStream in = DataTable.class.getResourceAsStream("/dev/assay/domain/" + file)) {
      if (in == null) {
        throw new BadTableException(file, "missing from the library");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read from the library", e);
    }
  }

  private static void requireHeader(String name, int line, List<String> columns, String[] cells) {
    for (int i = 0; i < columns.size(); i++) {
      if (i >= cells.length || !unquoted(cells[i]).equals(columns.get(i))) {
        throw new BadTableException(
            name, "line " + line + ": expected the columns " + String.join(",", columns));
      }
    }
  }

  private static Row row(String name, int line, List<String> columns, String[] cells) {
    if (cells.length < columns.size()) {
      throw new BadTableException(
          name,
          "line "
              + line
              + ": "
              + cells.length
              + " cells where "
              + columns.size()
              + " are needed ("
              + String.join(",", columns)
              + ")");
    }
    List<String> values = new ArrayList<>();
    for (String cell : cells) {
      values.add(unquoted(cell));
    }
    return new Row(name, line, columns, List.copyOf(values));
  }

  private static String unquoted(String cell) {
    String text = cell.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
  }

  /**
   * The rows in file order.
   *
   * @return one or more
   */
  public List<Row> rows() {
    return rows;
  }

  /**
   * An exception about this table as a whole.
   *
   * @param problem what is wrong
   * @return the exception, to be thrown
   */
  public BadTableException bad(String problem) {
    return new BadTableException(name, problem);
  }

  /**
   * One row.
   *
   * @param table name of its table
   * @param line its line in the file, counted from 1
   * @param columns names of the columns
   * @param cells their texts
   */
  public record Row(String table, int line, List<String> columns, List<String> cells) {

    /**
     * The text of a cell.
     *
     * @param column which
     * @return its text, not blank
     * @throws BadTableException if it is blank
     */
    public String text(String column) {
      String text = cells.get(columns.indexOf(column));
      if (text.isEmpty()) {
        throw bad(column, "is blank");
      }
      return text;
    }

    /**
     * The number in a cell.
     *
     * @param column which
     * @param lowest the smallest value allowed
     * @param highest the largest value allowed
     * @return the number
     * @throws BadTableException if it is not a number within these bounds
     */
    public double number(String column, double lowest, double highest) {
      String text = text(column);
      double value;
      try {
        value = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw bad(column, "'" + text + "' is not a number");
      }
      if (!(value >= lowest && value <= highest)) {
        throw bad(column, text + " is outside " + lowest + ".." + highest);
      }
      return value;
    }

    /**
     * An exception about a cell of this row.
     *
     * @param column which
     * @param problem what is wrong with it
     * @return the exception, to be thrown
     */
    public BadTableException bad(String column, String problem) {
      return new BadTableException(table, "line " + line + ", " + column + ": " + problem);
    }
  }
}
