package dev.assay.local;

import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.PlanetColumn;
import dev.assay.ports.PlanetEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** The table of planets beside that of small bodies. */
final class DuckDbPlanets {

  private static final String TABLE = "planets";

  /** Forms of name and star to be searched for, kept beside the published columns. */
  private static final String KEYS = "name_key VARCHAR, host_key VARCHAR";

  private static final String SELECT =
      "SELECT "
          + PlanetColumn.ALL.stream().map(PlanetColumn::name).collect(Collectors.joining(", "))
          + " FROM "
          + TABLE;
  private static final String HEAVIEST =
      SELECT + " ORDER BY mass_earths DESC NULLS LAST, name LIMIT ?1";
  private static final String FIND =
      SELECT + " WHERE ?1 <> '' AND (name_key = ?1 OR host_key = ?1) ORDER BY name LIMIT ?2";
  private static final double RESEMBLING = 0.85;
  private static final String SIMILAR =
      SELECT
          + " WHERE jaro_winkler_similarity(name_key, ?1) >= "
          + RESEMBLING
          + " ORDER BY jaro_winkler_similarity(name_key, ?1) DESC, name LIMIT ?2";

  private final Connection connection;

  DuckDbPlanets(Connection connection) {
    this.connection = connection;
  }

  /** Creates the table with its rows, none or more. */
  void create(List<PlanetEntry> planets) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String columns =
          PlanetColumn.ALL.stream()
              .map(column -> column.name() + " " + type(column.type()))
              .collect(Collectors.joining(", "));
      statement.execute("CREATE TABLE " + TABLE + " (" + columns + ", " + KEYS + ")");
    }
    try (DuckDBAppender appender =
        connection.unwrap(DuckDBConnection.class).createAppender(TABLE)) {
      for (PlanetEntry planet : planets) {
        append(appender, planet);
      }
    }
  }

  private static String type(CatalogueColumn.Type type) {
    return switch (type) {
      case TEXT -> "VARCHAR";
      case REAL -> "DOUBLE";
      case INTEGER -> "BIGINT";
      case FLAG -> "BOOLEAN";
    };
  }

  private static void append(DuckDBAppender appender, PlanetEntry planet) throws SQLException {
    appender.beginRow();
    for (PlanetColumn column : PlanetColumn.ALL) {
      append(appender, column.type(), column.value().apply(planet));
    }
    String host = planet.host();
    append(appender, CatalogueColumn.Type.TEXT, PlanetEntry.key(planet.name()));
    append(appender, CatalogueColumn.Type.TEXT, host == null ? null : PlanetEntry.key(host));
    appender.endRow();
  }

  private static void append(
      DuckDBAppender appender, CatalogueColumn.Type type, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      appender.appendNull();
      return;
    }
    switch (type) {
      case TEXT -> appender.append((String) value);
      case REAL -> appender.append((Double) value);
      case INTEGER -> appender.append((Long) value);
      case FLAG -> appender.append((Boolean) value);
    }
  }

  List<PlanetEntry> heaviest(int limit) throws SQLException {
    return query(HEAVIEST, limit);
  }

  List<PlanetEntry> find(String text, int limit) throws SQLException {
    return query(FIND, PlanetEntry.key(text), limit);
  }

  List<PlanetEntry> similar(String text, int limit) throws SQLException {
    return query(SIMILAR, PlanetEntry.key(text), limit);
  }

  private List<PlanetEntry> query(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<PlanetEntry> planets = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          planets.add(planet(rows));
        }
      }
      return planets;
    }
  }

  private static PlanetEntry planet(ResultSet rows) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(PlanetColumn.ALL.size());
    for (int i = 1; i <= PlanetColumn.ALL.size(); i++) {
      values.add(rows.getObject(i));
    }
    return PlanetColumn.entry(values);
  }
}
