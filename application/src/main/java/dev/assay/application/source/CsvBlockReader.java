package dev.assay.application.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Divides a CSV table with a header into blocks. Lines that start with {@code #}, blank lines and
 * repetitions of the header, as in files that were joined end to end, hold no data and are passed
 * over.
 */
final class CsvBlockReader implements BlockReader {

  /**
   * About five hundred rows: what is made of them stays in a processor's cache until it is used.
   * With blocks of twice the size a refresh takes 1 to 5 % more, with blocks of half the size no
   * less.
   */
  private static final int BLOCK_BYTES = 1 << 17;

  /** Far beyond any row. */
  private static final int LONGEST_ROW = 1 << 23;

  private final InputStream in;
  private final String source;
  private final int blockBytes;
  private final Columns columns;
  private byte[] buffer;
  private int from;
  private int filled;
  private boolean ended;

  private CsvBlockReader(
      InputStream in, String source, Function<List<String>, Columns> header, int blockBytes) {
    this.in = in;
    this.source = source;
    this.blockBytes = blockBytes;
    this.buffer = new byte[blockBytes];
    fill();
    this.columns = readHeader(header);
  }

  /**
   * Opens a table and reads its header.
   *
   * @param header finds the columns, given their names
   */
  static CsvBlockReader open(
      InputStream in, String source, Function<List<String>, Columns> header) {
    return open(in, source, header, BLOCK_BYTES);
  }

  /** Opens a table to be divided into blocks of about the size given. */
  static CsvBlockReader open(
      InputStream in, String source, Function<List<String>, Columns> header, int blockBytes) {
    return new CsvBlockReader(in, source, header, blockBytes);
  }

  /** Reads until the buffer is full, so that blocks do not depend on how a stream delivers. */
  private void fill() {
    try {
      int count = in.readNBytes(buffer, filled, buffer.length - filled);
      filled += count;
      ended = filled < buffer.length;
    } catch (IOException e) {
      throw ReadFailures.of(source, "in its first " + filled + " bytes or later", e);
    }
  }

  private Columns readHeader(Function<List<String>, Columns> header) {
    while (true) {
      int end = ended ? filled : RowEnds.lastIn(buffer, 0, filled);
      CsvCells cells = new CsvCells(buffer, 0, Math.max(end, 0));
      List<String> names = new ArrayList<>();
      while (cells.findLine()) {
        names.clear();
        boolean blank = readNames(cells, names);
        if (!(blank && names.size() == 1)) {
          from = cells.position();
          return header.apply(names);
        }
      }
      if (ended) {
        throw noRows();
      }
      growForRow(0);
    }
  }

  /** Reads one line of names; true if the first is blank. */
  private boolean readNames(CsvCells cells, List<String> names) {
    boolean firstBlank = false;
    boolean more = true;
    while (more) {
      more = cells.next();
      if (names.size() > Limits.COLUMNS) {
        throw CsvFormat.invalid(source, 0, "has more than " + Limits.COLUMNS + " columns");
      }
      firstBlank = names.isEmpty() ? cells.isBlank() : firstBlank;
      names.add(cells.name());
    }
    return firstBlank;
  }

  @Override
  public @Nullable RowBlock next() {
    if (ended && from == filled) {
      return null;
    }
    CsvFormat format = new CsvFormat(source, columns);
    int end = ended ? filled : RowEnds.lastIn(buffer, from, filled);
    while (end < 0) {
      if (filled - from >= LONGEST_ROW) {
        return last(new CsvBlock(format, buffer, from, filled, CsvBlock.End.SAME_ROW));
      }
      growForRow(from);
      end = ended ? filled : RowEnds.lastIn(buffer, from, filled);
    }
    if (ended) {
      return last(new CsvBlock(format, buffer, from, filled, CsvBlock.End.TABLE));
    }
    CsvBlock block = new CsvBlock(format, buffer, from, end, CsvBlock.End.ROWS);
    takeRest(end);
    return block;
  }

  private CsvBlock last(CsvBlock block) {
    from = filled;
    ended = true;
    return block;
  }

  /** Goes on in a new buffer: the old one belongs to the block made of it. */
  private void takeRest(int end) {
    int rest = filled - end;
    byte[] next = new byte[Math.max(blockBytes, 2 * rest)];
    System.arraycopy(buffer, end, next, 0, rest);
    buffer = next;
    from = 0;
    filled = rest;
    fill();
  }

  private void growForRow(int begin) {
    buffer = Arrays.copyOfRange(buffer, begin, begin + 2 * buffer.length);
    filled -= begin;
    from = 0;
    fill();
  }

  @Override
  public OptionalLong declaredCount() {
    return OptionalLong.empty();
  }

  @Override
  public void requireComplete(long rows) {
    if (rows == 0) {
      throw noRows();
    }
  }

  private BadSourceException noRows() {
    return new BadSourceException(source, "has no rows, at most a header; fetch it again");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
