package dev.assay.local;

import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.GenerationId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBScalarFunctionBuilder;

/**
 * What turns a filled database into one that rests on another.
 *
 * @param files where the base lies
 * @param base the generation it rests on
 * @param difference how it differs from its base beyond the bodies put
 */
record DuckDbLayer(GenerationFiles files, GenerationId base, Difference difference) {

  private static final String BASE_BODIES = "base_bodies";

  /** Removes rows about bodies that are as in the base after all, before duplicates are settled. */
  void removeUnchanged(Connection connection, Statement statement) throws SQLException {
    if (difference.unchanged().size() > 0) {
      register(connection, "is_unchanged", difference.unchanged());
      statement.execute("DELETE FROM " + CodedColumns.TABLE + " WHERE is_unchanged(designation)");
    }
  }

  /**
   * Notes the base and which of its bodies are not to be seen through this generation.
   *
   * @param own how many bodies were put
   * @return how many bodies are seen in all
   */
  long rest(Connection connection, Statement statement, long own) throws SQLException {
    new DuckDbBases(statement, files).createViewOf(BASE_BODIES, base);
    String hidden = "designation IN (SELECT designation FROM " + CodedColumns.TABLE + ")";
    if (difference.gone().size() > 0) {
      register(connection, "is_gone", difference.gone());
      hidden += " OR is_gone(designation)";
    }
    statement.execute(
        "CREATE TABLE "
            + DuckDbBases.HIDDEN
            + " AS SELECT designation FROM "
            + BASE_BODIES
            + " WHERE "
            + hidden);
    long rows = count(statement, BASE_BODIES) - count(statement, DuckDbBases.HIDDEN) + own;
    statement.execute(
        "CREATE TABLE "
            + DuckDbBases.LAYER
            + " AS SELECT '"
            + base
            + "' AS base, "
            + rows
            + "::BIGINT AS rows");
    return rows;
  }

  /** The numbers of bodies are computed in Java; the engine asks for each designation. */
  private static void register(Connection connection, String name, BodyKeys bodies)
      throws SQLException {
    Function<String, Boolean> contains = designation -> bodies.contains(BodyKeys.key(designation));
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameter(String.class)
          .withReturnType(Boolean.class)
          .withFunction(contains)
          .register(connection);
    }
  }

  private static long count(Statement statement, String table) throws SQLException {
    try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    }
  }
}
