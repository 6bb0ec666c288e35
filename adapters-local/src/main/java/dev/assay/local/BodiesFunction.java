package dev.assay.local;

import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/** Presents the rows of a {@link RowHandoff} to DuckDB as a table. */
final class BodiesFunction implements DuckDBTableFunction<RowHandoff, RowHandoff, Object> {

  static final String NAME = "incoming_bodies";

  /** Where a row came from, kept beside the published columns to settle duplicates. */
  static final String SOURCE = "source_number";

  static final String ROW = "source_row";

  private static final int MOST_THREADS = 2;
  private static final List<CatalogueColumn> COLUMNS = CatalogueColumn.ALL;

  private final RowHandoff handoff;

  private BodiesFunction(RowHandoff handoff) {
    this.handoff = handoff;
  }

  static void register(Connection connection, RowHandoff handoff) throws SQLException {
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder.withName(NAME).withFunction(new BodiesFunction(handoff)).register(connection);
    }
  }

  @Override
  public RowHandoff bind(DuckDBTableFunctionBindInfo info) {
    for (CatalogueColumn column : COLUMNS) {
      info.addResultColumn(column.name(), type(column));
    }
    info.addResultColumn(SOURCE, DuckDBColumnType.INTEGER);
    info.addResultColumn(ROW, DuckDBColumnType.BIGINT);
    return handoff;
  }

  private static DuckDBColumnType type(CatalogueColumn column) {
    return switch (column.type()) {
      case TEXT -> DuckDBColumnType.VARCHAR;
      case REAL -> DuckDBColumnType.DOUBLE;
      case INTEGER -> DuckDBColumnType.BIGINT;
      case FLAG -> DuckDBColumnType.BOOLEAN;
    };
  }

  @Override
  public RowHandoff init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(MOST_THREADS);
    return handoff;
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk)
      throws InterruptedException {
    List<CatalogueRow> rows = handoff.take();
    // Column by column, as the database stores them: each vector is fetched once for all rows.
    for (int c = 0; c < COLUMNS.size(); c++) {
      write(COLUMNS.get(c), chunk.vector(c), rows);
    }
    DuckDBWritableVector sources = chunk.vector(COLUMNS.size());
    DuckDBWritableVector numbers = chunk.vector(COLUMNS.size() + 1);
    for (int r = 0; r < rows.size(); r++) {
      sources.setInt(r, rows.get(r).source());
      numbers.setLong(r, rows.get(r).row());
    }
    return rows.size();
  }

  private static void write(
      CatalogueColumn column, DuckDBWritableVector vector, List<CatalogueRow> rows) {
    for (int r = 0; r < rows.size(); r++) {
      CatalogueEntry entry = rows.get(r).entry();
      Object value = column.value().apply(entry);
      if (value == null) {
        vector.setNull(r);
      } else {
        switch (column.type()) {
          case TEXT -> vector.setString(r, (String) value);
          case REAL -> vector.setDouble(r, (Double) value);
          case INTEGER -> vector.setLong(r, (Long) value);
          case FLAG -> vector.setBoolean(r, (Boolean) value);
        }
      }
    }
  }
}
