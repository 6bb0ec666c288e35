package dev.assay.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB alone: runs the statements of a file in a new database file, in a JVM of its own. */
public final class SqlLoad {

  private SqlLoad() {}

  /**
   * Runs.
   *
   * @param arguments the file with the statements, separated by semicolons, and the database file
   * @throws IOException if the statements cannot be read
   * @throws SQLException if one of them fails
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    String statements = Files.readString(Path.of(arguments[0]));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + arguments[1]);
        Statement statement = connection.createStatement()) {
      // The order of rows is given by queries, here as in Assay; keeping it would slow the load.
      statement.execute("SET preserve_insertion_order=false");
      for (String sql : statements.split(";")) {
        statement.execute(sql);
      }
    }
  }
}
