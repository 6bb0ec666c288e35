package dev.assay.local;

import dev.assay.ports.BodyTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Rows that give way to another about the same body: that of the later source stays, and of two in
 * one source the later row.
 */
final class SupersededRows {

  private static final String FIND =
      """
      CREATE TEMP TABLE superseded AS
      SELECT id, source_number FROM (
        SELECT rowid AS id, source_number,
          row_number() OVER (
            PARTITION BY designation ORDER BY source_number DESC, source_row DESC) AS place
        FROM stored_bodies
        WHERE designation IN (%s))
      WHERE place > 1
      """;

  private static final String SUSPECTS = "SELECT designation FROM suspects";
  private static final String REPEATED =
      "SELECT designation FROM stored_bodies GROUP BY designation HAVING count(*) > 1";
  private static final String COUNT =
      "SELECT source_number, count(*) FROM superseded GROUP BY source_number";
  private static final String REMOVE =
      "DELETE FROM stored_bodies WHERE rowid IN (SELECT id FROM superseded)";

  private final SuspectDesignations suspects = new SuspectDesignations();

  /** Takes note of rows that are being stored. */
  void note(BodyTable rows) {
    suspects.add(rows);
  }

  /**
   * Removes them, when all rows have been stored.
   *
   * @return how many of each source
   */
  Map<Integer, Long> remove(Connection connection) throws SQLException {
    Map<Integer, Long> counts = new HashMap<>();
    Optional<List<String>> few = suspects.found();
    if (few.isPresent() && few.get().isEmpty()) {
      return counts;
    }
    try (Statement statement = connection.createStatement()) {
      if (few.isPresent()) {
        statement.execute("CREATE TEMP TABLE suspects (designation VARCHAR)");
        append(connection.unwrap(DuckDBConnection.class), few.get());
      }
      statement.execute(FIND.formatted(few.isPresent() ? SUSPECTS : REPEATED));
      try (ResultSet found = statement.executeQuery(COUNT)) {
        while (found.next()) {
          counts.put(found.getInt(1), found.getLong(2));
        }
      }
      if (!counts.isEmpty()) {
        statement.execute(REMOVE);
      }
      return counts;
    }
  }

  private static void append(DuckDBConnection connection, List<String> designations)
      throws SQLException {
    try (DuckDBAppender appender = connection.createAppender("temp", "main", "suspects")) {
      for (String designation : designations) {
        appender.beginRow().append(designation).endRow();
      }
    }
  }
}
