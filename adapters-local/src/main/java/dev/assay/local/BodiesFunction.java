package dev.assay.local;

import dev.assay.ports.CatalogueColumn;
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
import org.jspecify.annotations.Nullable;

/** Presents the rows of a {@link RowHandoff} to DuckDB as a table. */
final class BodiesFunction implements DuckDBTableFunction<RowHandoff, RowHandoff, Object> {

  static final String NAME = "incoming_bodies";

  /** Where a row came from, kept beside the published columns to settle duplicates. */
  static final String SOURCE = "source_number";

  static final String ROW = "source_row";

  private static final int MOST_THREADS = 2;

  private static final String FULL_NAME = "full_name";

  private static final List<CatalogueColumn> COLUMNS = CatalogueColumn.ALL;

  private final RowHandoff handoff;
  private final CodedColumns coded;

  private BodiesFunction(RowHandoff handoff, CodedColumns coded) {
    this.handoff = handoff;
    this.coded = coded;
  }

  static void register(Connection connection, RowHandoff handoff, CodedColumns coded)
      throws SQLException {
    try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
      builder.withName(NAME).withFunction(new BodiesFunction(handoff, coded)).register(connection);
    }
  }

  @Override
  public RowHandoff bind(DuckDBTableFunctionBindInfo info) {
    for (CatalogueColumn column : COLUMNS) {
      info.addResultColumn(column.name(), type(column));
    }
    info.addResultColumn(FullNames.FORM, DuckDBColumnType.SMALLINT);
    info.addResultColumn(FullNames.PROVISIONAL, DuckDBColumnType.VARCHAR);
    info.addResultColumn(DesignationOrder.COLUMN, DuckDBColumnType.BIGINT);
    info.addResultColumn(SOURCE, DuckDBColumnType.BIGINT);
    info.addResultColumn(ROW, DuckDBColumnType.BIGINT);
    return handoff;
  }

  private DuckDBColumnType type(CatalogueColumn column) {
    if (coded.of(column) != null) {
      return DuckDBColumnType.SMALLINT;
    }
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
    RowHandoff.Rows rows = handoff.take();
    FullNames names = FullNames.of(rows);
    // Column by column, as the database stores them: each vector is fetched once for all rows.
    for (int c = 0; c < COLUMNS.size(); c++) {
      if (COLUMNS.get(c).name().equals(FULL_NAME)) {
        new TextVector(chunk.vector(c)).write(names.whole(), 0, rows.size());
      } else {
        write(c, chunk.vector(c), rows);
      }
    }
    VectorMemory.write(chunk.vector(COLUMNS.size()), names.forms());
    new TextVector(chunk.vector(COLUMNS.size() + 1)).write(names.provisional(), 0, rows.size());
    writePlaces(chunk, COLUMNS.size() + 2, rows);
    return rows.size();
  }

  private static void writePlaces(DuckDBDataChunkWriter chunk, int first, RowHandoff.Rows rows) {
    long[] orders = new long[rows.size()];
    long[] sources = new long[rows.size()];
    long[] numbers = new long[rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      int row = rows.from() + r;
      orders[r] = DesignationOrder.of(rows.table().designation(row));
      sources[r] = rows.table().source(row);
      numbers[r] = rows.table().rowNumber(row);
    }
    VectorMemory.write(chunk.vector(first), orders);
    VectorMemory.write(chunk.vector(first + 1), sources);
    VectorMemory.write(chunk.vector(first + 2), numbers);
  }

  private void write(int column, DuckDBWritableVector vector, RowHandoff.Rows rows) {
    TextCodes codes = coded.of(COLUMNS.get(column));
    if (codes != null) {
      writeCodes(codes, rows.table().others(column), vector, rows);
      return;
    }
    switch (COLUMNS.get(column).type()) {
      case REAL -> VectorMemory.write(vector, rows.table().reals(column), rows.from(), rows.to());
      case TEXT ->
          new TextVector(vector).write(rows.table().others(column), rows.from(), rows.to());
      case INTEGER -> writeIntegers(rows.table().others(column), vector, rows);
      case FLAG -> writeFlags(rows.table().others(column), vector, rows);
    }
  }

  private static void writeCodes(
      TextCodes codes,
      @Nullable Object[] values,
      DuckDBWritableVector vector,
      RowHandoff.Rows rows) {
    short[] numbers = new short[rows.size()];
    Object before = null;
    short code = 0;
    for (int r = 0; r < numbers.length; r++) {
      Object value = values[rows.from() + r];
      if (value != null) {
        if (value != before) {
          before = value;
          code = codes.code((String) value);
        }
        numbers[r] = code;
      }
    }
    VectorMemory.write(vector, numbers, VectorMemory.known(values, rows.from(), rows.to()));
  }

  private static void writeIntegers(
      @Nullable Object[] values, DuckDBWritableVector vector, RowHandoff.Rows rows) {
    long[] integers = new long[rows.size()];
    for (int r = 0; r < integers.length; r++) {
      integers[r] = values[rows.from() + r] instanceof Long integer ? integer : 0;
    }
    VectorMemory.write(vector, integers, VectorMemory.known(values, rows.from(), rows.to()));
  }

  private static void writeFlags(
      @Nullable Object[] values, DuckDBWritableVector vector, RowHandoff.Rows rows) {
    byte[] flags = new byte[rows.size()];
    for (int r = 0; r < flags.length; r++) {
      flags[r] = (byte) (Boolean.TRUE.equals(values[rows.from() + r]) ? 1 : 0);
    }
    VectorMemory.write(vector, flags, VectorMemory.known(values, rows.from(), rows.to()));
  }
}
