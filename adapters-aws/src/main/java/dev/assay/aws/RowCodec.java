package dev.assay.aws;

import dev.assay.ports.CatalogueColumn;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.PortException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Writes a few rows as bytes, compressed, and reads them back. A generation notes the columns. */
final class RowCodec {

  private static final ColumnCodec<CatalogueEntry> ENTRIES =
      new ColumnCodec<>(
          CatalogueColumn.ALL.stream()
              .map(
                  c ->
                      new ColumnCodec.Column<CatalogueEntry>(
                          c.name(), c.type(), entry -> c.value().apply(entry)))
              .toList(),
          CatalogueColumn::entry);

  private final List<String> written;

  /** Reads rows that were written with these columns. */
  RowCodec(List<String> written) {
    this.written = List.copyOf(written);
  }

  /** The columns that rows are written with now. */
  static List<String> columns() {
    return ENTRIES.columns();
  }

  static byte[] encode(List<CatalogueRow> rows) {
    return Packing.pack(
        out -> {
          out.writeInt(rows.size());
          for (CatalogueRow row : rows) {
            out.writeInt(row.source());
            out.writeLong(row.row());
          }
          ENTRIES.write(out, rows.stream().map(CatalogueRow::entry).toList());
        });
  }

  List<CatalogueRow> decode(byte[] bytes) {
    try {
      return Packing.unpack(bytes, this::rows);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  static PortException unreadable(RuntimeException e) {
    return PortException.permanent(
        "the catalogue cannot be read by this version of Assay ("
            + e.getMessage()
            + "); refresh with it, or use the version that loaded the catalogue",
        e);
  }

  private List<CatalogueRow> rows(DataInputStream in) throws IOException {
    int count = in.readInt();
    int[] sources = new int[count];
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      sources[i] = in.readInt();
      numbers[i] = in.readLong();
    }
    List<CatalogueEntry> entries = ENTRIES.read(in, written, count);
    List<CatalogueRow> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(new CatalogueRow(entries.get(i), sources[i], numbers[i]));
    }
    return rows;
  }
}
