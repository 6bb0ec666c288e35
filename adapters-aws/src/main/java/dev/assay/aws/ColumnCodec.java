package dev.assay.aws;

import dev.assay.ports.CatalogueColumn;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes records column by column, which compresses well, and reads them back with the columns they
 * were written with: one that this version does not know is passed over, one that was not there yet
 * is unknown.
 *
 * @param <T> the record
 */
final class ColumnCodec<T> {

  private final List<Column<T>> columns;
  private final Function<List<@Nullable Object>, T> record;

  /** A column of a table. */
  record Column<T>(String name, CatalogueColumn.Type type, Function<T, @Nullable Object> value) {}

  /**
   * Makes a codec.
   *
   * @param columns the columns of this version
   * @param record rebuilds a record from their values
   */
  ColumnCodec(List<Column<T>> columns, Function<List<@Nullable Object>, T> record) {
    this.columns = List.copyOf(columns);
    this.record = record;
  }

  /** The columns that records are written with now, as "name:TYPE". */
  List<String> columns() {
    return columns.stream().map(column -> column.name() + ":" + column.type()).toList();
  }

  void write(DataOutputStream out, List<T> records) throws IOException {
    for (Column<T> column : columns) {
      for (T each : records) {
        write(out, column.type(), column.value().apply(each));
      }
    }
  }

  private static void write(DataOutputStream out, CatalogueColumn.Type type, @Nullable Object value)
      throws IOException {
    out.writeBoolean(value != null);
    if (value == null) {
      return;
    }
    switch (type) {
      case TEXT -> Packing.writeText(out, (String) value);
      case REAL -> out.writeDouble((Double) value);
      case INTEGER -> out.writeLong((Long) value);
      case FLAG -> out.writeBoolean((Boolean) value);
    }
  }

  /**
   * Reads records.
   *
   * @param written the columns they were written with
   * @param count how many there are
   * @throws IllegalArgumentException if they lack what a record must have
   */
  List<T> read(DataInputStream in, List<String> written, int count) throws IOException {
    List<List<@Nullable Object>> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(unknowns());
    }
    for (String column : written) {
      int colon = column.indexOf(':');
      int index = index(column.substring(0, colon));
      CatalogueColumn.Type type = CatalogueColumn.Type.valueOf(column.substring(colon + 1));
      for (int i = 0; i < count; i++) {
        Object value = in.readBoolean() ? read(in, type) : null;
        if (index >= 0) {
          values.get(i).set(index, value);
        }
      }
    }
    return values.stream().map(record).toList();
  }

  private List<@Nullable Object> unknowns() {
    List<@Nullable Object> unknowns = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      unknowns.add(null);
    }
    return unknowns;
  }

  private int index(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Object read(DataInputStream in, CatalogueColumn.Type type) throws IOException {
    return switch (type) {
      case TEXT -> Packing.readText(in);
      case REAL -> in.readDouble();
      case INTEGER -> in.readLong();
      case FLAG -> in.readBoolean();
    };
  }
}
