package dev.assay.aws;

import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.PortException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a few rows as bytes and reads them back: column by column, which compresses well, and
 * compressed. A generation notes the columns it was written with; one that this version does not
 * know is passed over, one that it lacks is unknown.
 */
final class RowCodec {

  private final List<String> columns;

  /** For each column as written, its index now, or -1. */
  private final int[] indexes;

  RowCodec(List<String> columns) {
    this.columns = List.copyOf(columns);
    List<String> known = names();
    indexes = columns.stream().mapToInt(name -> known.indexOf(name.split(":", 2)[0])).toArray();
  }

  /** The columns that rows are written with now, as "name:TYPE". */
  static List<String> columns() {
    return CatalogueColumn.ALL.stream().map(c -> c.name() + ":" + c.type()).toList();
  }

  private static List<String> names() {
    return CatalogueColumn.ALL.stream().map(CatalogueColumn::name).toList();
  }

  static byte[] encode(List<CatalogueRow> rows) {
    return Packing.pack(
        out -> {
          out.writeInt(rows.size());
          for (CatalogueRow row : rows) {
            out.writeInt(row.source());
            out.writeLong(row.row());
          }
          for (CatalogueColumn column : CatalogueColumn.ALL) {
            for (CatalogueRow row : rows) {
              write(out, column.type(), column.value().apply(row.entry()));
            }
          }
        });
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

  List<CatalogueRow> decode(byte[] bytes) {
    try {
      return Packing.unpack(bytes, this::rows);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw PortException.permanent(
          "a body of the catalogue cannot be read by this version of Assay ("
              + e.getMessage()
              + "); refresh with it, or use the version that loaded the catalogue",
          e);
    }
  }

  private List<CatalogueRow> rows(DataInputStream in) throws IOException {
    int count = in.readInt();
    int[] sources = new int[count];
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      sources[i] = in.readInt();
      numbers[i] = in.readLong();
    }
    List<List<@Nullable Object>> values = values(in, count);
    List<CatalogueRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(new CatalogueRow(CatalogueColumn.entry(values.get(i)), sources[i], numbers[i]));
    }
    return rows;
  }

  private List<List<@Nullable Object>> values(DataInputStream in, int count) throws IOException {
    List<List<@Nullable Object>> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(unknowns());
    }
    for (int c = 0; c < columns.size(); c++) {
      CatalogueColumn.Type type = CatalogueColumn.Type.valueOf(columns.get(c).split(":", 2)[1]);
      for (int i = 0; i < count; i++) {
        Object value = in.readBoolean() ? read(in, type) : null;
        if (indexes[c] >= 0) {
          values.get(i).set(indexes[c], value);
        }
      }
    }
    return values;
  }

  private static List<@Nullable Object> unknowns() {
    List<@Nullable Object> unknowns = new ArrayList<>();
    for (int i = 0; i < CatalogueColumn.ALL.size(); i++) {
      unknowns.add(null);
    }
    return unknowns;
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
