package dev.assay.local;

import dev.assay.domain.body.Designation;
import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PortException;
import dev.assay.ports.TopQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads one sealed generation. Public for what only a database file can do: export to Parquet. */
public final class DuckDbReader implements CatalogueReader {

  private static final String COLUMNS =
      CatalogueColumn.ALL.stream().map(CatalogueColumn::name).collect(Collectors.joining(", "));
  private static final String SELECT = "SELECT " + COLUMNS + " FROM bodies ";

  /**
   * Different values of a column in a group of 122,880 rows up to which it gets a dictionary:
   * 24,576 if nothing is said, in vain for numbers of full precision. A sixth of the time for 3 %
   * of the file.
   */
  private static final String DICTIONARIES = "DICTIONARY_SIZE_LIMIT 2000";

  private static final int ROWS_SORTED_AT_ONCE = 100_000;
  private static final String STARTS =
      "SELECT designation FROM (SELECT designation, row_number() OVER () AS place FROM"
          + " (SELECT designation FROM bodies ORDER BY "
          + DesignationOrder.BY
          + ")) WHERE (place - 1) % "
          + ROWS_SORTED_AT_ONCE
          + " = 0 ORDER BY place";

  private static final double RESEMBLING = 0.8;
  private static final String SIMILARITY =
      "greatest(coalesce(jaro_winkler_similarity(lower(name), ?1), 0), "
          + "jaro_winkler_similarity(lower(designation), ?1))";
  private static final String SIMILAR =
      SELECT
          + "WHERE "
          + SIMILARITY
          + " >= "
          + RESEMBLING
          + " ORDER BY "
          + SIMILARITY
          + " DESC, "
          + DesignationOrder.BY
          + " LIMIT ?2";

  private static final int EXPORT_MEGABYTES = 400;

  private final GenerationId generation;
  private final Path file;
  private final Connection connection;

  DuckDbReader(GenerationId generation, GenerationFiles files, DuckDbSettings settings) {
    this.generation = generation;
    this.file = files.sealed(generation);
    try {
      this.connection = DuckDbConnections.readOnly(file, settings);
    } catch (SQLException e) {
      throw DuckDbConnections.translate("open", file, e);
    }
    try (Statement statement = connection.createStatement()) {
      showBases(new DuckDbBases(statement, files));
    } catch (SQLException e) {
      close();
      throw DuckDbConnections.translate("open", file, e);
    } catch (PortException e) {
      close();
      throw e;
    }
  }

  /** A view of the name of the table, which it hides, so that no question need know of bases. */
  private static void showBases(DuckDbBases bases) throws SQLException {
    Optional<GenerationId> base = bases.base();
    if (base.isPresent()) {
      bases.createViewOfAll(CodedColumns.VIEW, base.get());
    }
  }

  @Override
  public GenerationId generation() {
    return generation;
  }

  @Override
  public long count() {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM bodies")) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw trouble(e);
    }
  }

  @Override
  public Optional<CatalogueEntry> get(Designation designation) {
    return query(SELECT + "WHERE designation = ?1", List.of(designation.value())).stream()
        .findFirst();
  }

  @Override
  public List<CatalogueEntry> find(String text, int limit) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    String where = "WHERE " + NameSearch.isCalled(wanted);
    String order = " ORDER BY " + DesignationOrder.BY + " LIMIT ?2";
    return query(SELECT + where + order, List.of(wanted, limit));
  }

  @Override
  public List<CatalogueEntry> similar(String text, int limit) {
    return query(SIMILAR, List.of(text.strip().toLowerCase(Locale.ROOT), limit));
  }

  @Override
  public List<CatalogueEntry> top(TopQuery query) {
    List<String> conditions = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    conditions.add(query.by().column() + " IS NOT NULL");
    if (!query.orbitClasses().isEmpty()) {
      conditions.add("orbit_class IN (" + placeholders(query.orbitClasses().size()) + ")");
      parameters.addAll(query.orbitClasses());
    }
    if (query.nearEarthOnly()) {
      conditions.add("neo");
    }
    if (query.maxDeltaVKmS() != null) {
      conditions.add("delta_v_km_s <= ?");
      parameters.add(query.maxDeltaVKmS());
    }
    if (query.spectralClass() != null) {
      conditions.add("spectral_class = ?");
      parameters.add(query.spectralClass());
    }
    parameters.add(query.limit());
    String direction = query.by().lowestFirst() ? " ASC, " : " DESC, ";
    String where = String.join(" AND ", conditions);
    String order = query.by().column() + direction + DesignationOrder.BY;
    return query(SELECT + "WHERE " + where + " ORDER BY " + order + " LIMIT ?", parameters);
  }

  private static String placeholders(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  @Override
  public void forEach(Consumer<CatalogueEntry> consumer) {
    try {
      List<String> starts = starts();
      for (int i = 0; i < starts.size(); i++) {
        forEach(starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : null, consumer);
      }
    } catch (SQLException e) {
      throw trouble(e);
    }
  }

  /**
   * Where the parts begin that are sorted one after the other. Sorting whole rows of a full
   * catalogue takes more memory than the engine may use; their designations alone do not.
   */
  private List<String> starts() throws SQLException {
    List<String> starts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(STARTS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        starts.add(rows.getString(1));
      }
    }
    return starts;
  }

  private void forEach(String start, @Nullable String end, Consumer<CatalogueEntry> consumer)
      throws SQLException {
    String before = end == null ? "" : " AND " + DesignationOrder.before(end);
    String part = SELECT + "WHERE NOT " + DesignationOrder.before(start) + before + " ORDER BY ";
    try (PreparedStatement statement = connection.prepareStatement(part + DesignationOrder.BY)) {
      statement.setString(1, start);
      if (end != null) {
        statement.setString(2, end);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          consumer.accept(entry(rows));
        }
      }
    }
  }

  @Override
  public List<PlanetEntry> planets(int limit) {
    try {
      return new DuckDbPlanets(connection).heaviest(limit);
    } catch (SQLException e) {
      throw trouble(e);
    }
  }

  @Override
  public List<PlanetEntry> findPlanets(String text, int limit) {
    try {
      return new DuckDbPlanets(connection).find(text, limit);
    } catch (SQLException e) {
      throw trouble(e);
    }
  }

  @Override
  public List<PlanetEntry> similarPlanets(String text, int limit) {
    try {
      return new DuckDbPlanets(connection).similar(text, limit);
    } catch (SQLException e) {
      throw trouble(e);
    }
  }

  /**
   * Writes every body to a Parquet file, in no particular order: to sort them by designation takes
   * longer than to write them, and whoever reads columns sorts by the one he needs.
   *
   * @param target the file to write; replaced if it exists
   * @throws PortException if it cannot be written
   */
  public void exportParquet(Path target) {
    String file = SqlText.literal(target.toAbsolutePath().toString());
    try (Statement statement = connection.createStatement()) {
      // Groups of 122,880 rows of all columns do not fit in what a load or a question needs.
      statement.execute("SET memory_limit = '" + EXPORT_MEGABYTES + "MB'");
      statement.execute("SET preserve_insertion_order = false");
      statement.execute(
          "COPY (" + SELECT + ") TO " + file + " (FORMAT parquet, " + DICTIONARIES + ")");
    } catch (SQLException e) {
      throw DuckDbConnections.translate("write", target, e);
    }
  }

  private List<CatalogueEntry> query(String sql, List<?> parameters) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      List<CatalogueEntry> entries = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          entries.add(entry(rows));
        }
      }
      return entries;
    } catch (SQLException e) {
      throw trouble(e);
    }
  }

  private static CatalogueEntry entry(ResultSet rows) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(CatalogueColumn.ALL.size());
    for (int i = 1; i <= CatalogueColumn.ALL.size(); i++) {
      values.add(rows.getObject(i));
    }
    return CatalogueColumn.entry(values);
  }

  private PortException trouble(SQLException e) {
    return DuckDbConnections.translate("read", file, e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw trouble(e);
    }
  }
}
