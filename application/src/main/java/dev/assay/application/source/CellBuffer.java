package dev.assay.application.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows whose cells were copied, for formats in which they do not lie as plain text: all text in one
 * array, and where each cell ends. Filled by one thread, then read by any.
 */
final class CellBuffer implements RowBlock {

  private final int fields;
  private byte[] bytes = new byte[4096];
  private int used;
  private int[] places;
  private int rows;
  private @Nullable String @Nullable [] problems;

  CellBuffer(int fields) {
    this.fields = fields;
    this.places = new int[2 * fields];
  }

  int rows() {
    return rows;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Begins a row, all of whose cells are unknown until they are set. */
  void beginRow() {
    rows++;
    int needed = 2 * fields * rows;
    if (needed > places.length) {
      places = Arrays.copyOf(places, 2 * needed);
    }
  }

  /** Notes that the row cannot be read. */
  void fail(String problem) {
    @Nullable String[] noted = problems == null ? new @Nullable String[rows] : problems;
    problems = noted.length < rows ? Arrays.copyOf(noted, 2 * rows) : noted;
    problems[rows - 1] = problem;
  }

  void set(int field, @Nullable String text) {
    if (text != null) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      int from = reserve(utf8.length);
      System.arraycopy(utf8, 0, bytes, from, utf8.length);
      place(field, from);
    }
  }

  /** Copies characters, which are ASCII but for a few names. */
  void set(int field, char[] text, int offset, int length) {
    int from = reserve(length);
    for (int i = 0; i < length; i++) {
      char c = text[offset + i];
      if (c >= 0x80) {
        used = from;
        set(field, Cells.clean(text, offset, length));
        return;
      }
      bytes[from + i] = (byte) c;
    }
    place(field, from);
  }

  private int reserve(int length) {
    int from = used;
    used += length;
    if (used > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(used, 2 * bytes.length));
    }
    return from;
  }

  private void place(int field, int from) {
    int cell = 2 * ((rows - 1) * fields + field);
    places[cell] = from;
    places[cell + 1] = used;
  }

  /** Lays the cells of one row out. */
  void fill(TextRow row, int index) {
    row.clear();
    for (int field = 0; field < fields; field++) {
      int cell = 2 * (index * fields + field);
      row.set(field, places[cell], places[cell + 1]);
    }
  }

  @Override
  public long read(long rowsBefore, Consumer<SourceRow> sink) {
    TextRow row = new TextRow(bytes, fields);
    for (int index = 0; index < rows; index++) {
      long number = rowsBefore + index + 1;
      String problem = problems == null || index >= problems.length ? null : problems[index];
      if (problem != null) {
        sink.accept(MalformedRow.of(number, problem));
      } else {
        fill(row, index);
        row.begin(number);
        sink.accept(row);
      }
    }
    return rows;
  }
}
