package dev.assay.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How DuckDB's own SQL reads a catalogue: a query that gives the columns that Assay uses. */
final class RawRows {

  private static final List<String> NUMBERS =
      List.of(
          "e", "a", "q", "i", "moid", "H", "H_sigma", "diameter", "diameter_sigma", "albedo", "GM");

  private RawRows() {}

  /** Reads one CSV file. */
  static String ofCsv(Path csv) {
    return select("read_csv('" + csv + "', header=true)");
  }

  /**
   * Reads the pages of a folder, each one object whose rows are arrays.
   *
   * <p>Of the ways tried on 29 pages (432 MB) on a busy machine this one, {@code read_text} with
   * the same {@code from_json}, and {@code replace} of "],[" by line ends into a file for {@code
   * read_csv} took alike, 8 to 16 s of processor time; the last is right only as long as no text
   * holds these characters. Rows as JSON first took 12 s, structs made within the list 13 to 18 s,
   * and {@code read_json} with columns, of whatever type, 16 s for six pages.
   */
  static String ofJson(Path folder) {
    String rows =
        "(SELECT unnest(from_json(json, '{\"data\":[[\"VARCHAR\"]]}').data) AS r"
            + " FROM read_json_objects('"
            + folder
            + "/*.json', format='unstructured', maximum_object_size=32000000))";
    List<String> columns = new ArrayList<>();
    for (int column = 0; column < MadeRow.COLUMNS.length; column++) {
      columns.add("r[" + (column + 1) + "] AS \"" + MadeRow.COLUMNS[column] + '"');
    }
    return select("(SELECT " + String.join(", ", columns) + " FROM " + rows + ")");
  }

  /** Texts as they are, and each number with "n_" before its name. */
  private static String select(String table) {
    StringBuilder casts = new StringBuilder();
    for (String number : NUMBERS) {
      casts.append(", \"").append(number).append("\"::DOUBLE AS \"n_").append(number).append('"');
    }
    return "SELECT trim(full_name) AS full_name, pdes::VARCHAR AS pdes, name::VARCHAR AS name,"
        + " neo::VARCHAR = 'Y' AS neo, pha::VARCHAR = 'Y' AS pha, spec_B::VARCHAR AS spec_B,"
        + " spec_T::VARCHAR AS spec_T, class::VARCHAR AS class"
        + casts
        + " FROM "
        + table;
  }
}
