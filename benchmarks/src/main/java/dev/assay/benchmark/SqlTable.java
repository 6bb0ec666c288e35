package dev.assay.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A temporary table of constants as two SQL statements. */
final class SqlTable {

  private final String name;
  private final String columns;
  private final List<String> rows = new ArrayList<>();

  /**
   * Begins a table.
   *
   * @param name of the table
   * @param columns names and types
   */
  SqlTable(String name, String columns) {
    this.name = name;
    this.columns = columns;
  }

  /**
   * Adds a row; a value is null, a number, a text, a flag, or a list of numbers, which is given as
   * a text: that takes a tenth of the time to parse.
   */
  void add(@Nullable Object... values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(literal(value));
    }
    rows.add("(" + String.join(", ", cells) + ")");
  }

  /** With a semicolon after each statement. */
  String statements() {
    return "CREATE TEMP TABLE %s (%s);\nINSERT INTO %s VALUES\n%s;\n"
        .formatted(name, columns, name, String.join(",\n", rows));
  }

  static String literal(@Nullable Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    if (value instanceof List<?> list) {
      return "'" + list + "'";
    }
    return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
  }

  /** With an exponent, because SQL takes a number without one for a decimal of limited digits. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("no number of SQL: " + value);
    }
    String text = Double.toString(value);
    return text.indexOf('E') < 0 ? text + "E0" : text;
  }
}
