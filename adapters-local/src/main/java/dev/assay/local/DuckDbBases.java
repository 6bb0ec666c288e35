package dev.assay.local;

import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What generations rest on. The database of one that rests on another has, beside its own bodies,
 * the table {@value #LAYER} with the name of its base, and the table {@value #HIDDEN} with the
 * designations of the bodies of its base that it replaces or does not hold. The databases of the
 * bases are attached to the connection, for reading only, and one view shows the bodies of all.
 */
final class DuckDbBases {

  static final String LAYER = "layer";
  static final String HIDDEN = "hidden";

  /** More cannot come from loading: whoever loads begins anew long before. */
  private static final int MOST_LAYERS = 100;

  private static final String COLUMNS =
      CatalogueColumn.ALL.stream().map(CatalogueColumn::name).collect(Collectors.joining(", "))
          + ", "
          + String.join(", ", FullNames.FORM, FullNames.PROVISIONAL, DesignationOrder.COLUMN);

  private final Statement statement;
  private final GenerationFiles files;

  DuckDbBases(Statement statement, GenerationFiles files) {
    this.statement = statement;
    this.files = files;
  }

  /**
   * What the generation in the connection's own database rests on; empty if it is one of its own.
   */
  Optional<GenerationId> base() throws SQLException {
    return base(ownDatabase());
  }

  /** What another generation rests on. */
  Optional<GenerationId> baseOf(GenerationId generation) throws SQLException {
    String database = attach(generation, "looked_into");
    Optional<GenerationId> base = base(database);
    statement.execute("DETACH " + database);
    return base;
  }

  private Optional<GenerationId> base(String database) throws SQLException {
    String tables = "SELECT 1 FROM duckdb_tables() WHERE table_name = '" + LAYER + "'";
    if (text(tables + " AND database_name = " + SqlText.literal(database)).isEmpty()) {
      return Optional.empty();
    }
    return text("SELECT base FROM " + table(database, LAYER)).map(GenerationId::new);
  }

  private String ownDatabase() throws SQLException {
    return text("SELECT current_database()").orElseThrow();
  }

  /** Makes a view of the bodies of the connection's own database and of what it rests on. */
  void createViewOfAll(String view, GenerationId base) throws SQLException {
    List<String> databases = new ArrayList<>(List.of(ownDatabase()));
    databases.addAll(attach(base));
    createView(view, databases);
  }

  /** Makes a view of the bodies of another generation, with those of what it rests on. */
  void createViewOf(String view, GenerationId generation) throws SQLException {
    createView(view, attach(generation));
  }

  /**
   * Attaches the database of a generation, that of its base and so on.
   *
   * @return their names, uppermost first
   */
  List<String> attach(GenerationId uppermost) throws SQLException {
    List<String> databases = new ArrayList<>();
    Optional<GenerationId> next = Optional.of(uppermost);
    while (next.isPresent()) {
      if (databases.size() == MOST_LAYERS) {
        throw PortException.permanent(
            files.sealed(uppermost)
                + " rests on more than "
                + MOST_LAYERS
                + " others; roll back, or refresh in full");
      }
      databases.add(attach(next.get(), "layer_" + (databases.size() + 1)));
      next = base(databases.get(databases.size() - 1));
    }
    return databases;
  }

  private String attach(GenerationId generation, String name) throws SQLException {
    if (!files.isSealed(generation)) {
      throw PortException.permanent(
          files.sealed(generation)
              + ", which the catalogue rests on, does not exist; restore it, roll back, or refresh"
              + " in full");
    }
    String path = SqlText.literal(files.sealed(generation).toAbsolutePath().toString());
    try {
      // Several connections to one file share the engine, and with it what is attached.
      statement.execute("ATTACH IF NOT EXISTS " + path + " AS " + name + " (READ_ONLY)");
    } catch (SQLException e) {
      throw DuckDbConnections.translate("open", files.sealed(generation), e);
    }
    return name;
  }

  /** Each database shows what none above it hides. */
  private void createView(String view, List<String> databases) throws SQLException {
    List<String> hidden = new ArrayList<>();
    List<String> parts = new ArrayList<>();
    for (String database : databases) {
      String bodies = "SELECT " + COLUMNS + " FROM " + table(database, CodedColumns.VIEW);
      String above = String.join(" UNION ALL ", hidden);
      parts.add(
          hidden.isEmpty() ? bodies : bodies + " ANTI JOIN (" + above + ") USING (designation)");
      hidden.add("SELECT designation FROM " + table(database, HIDDEN));
    }
    statement.execute("CREATE TEMP VIEW " + view + " AS " + String.join(" UNION ALL ", parts));
  }

  private Optional<String> text(String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
    }
  }

  private static String table(String database, String table) {
    return '"' + database.replace("\"", "\"\"") + "\".main." + table;
  }
}
