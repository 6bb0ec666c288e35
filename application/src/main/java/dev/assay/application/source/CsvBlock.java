package dev.assay.application.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Rows of a CSV table as they stand in its bytes.
 *
 * @param format the table
 * @param text holds the rows
 * @param from where they begin
 * @param to where they end
 * @param end what comes after them
 */
@SuppressWarnings("ArrayRecordComponent") // an eighth of a megabyte that is never compared
record CsvBlock(CsvFormat format, byte[] text, int from, int to, End end) implements RowBlock {

  /** What comes after a block. */
  enum End {
    /** Another row. */
    ROWS,
    /** The end of the table. */
    TABLE,
    /** More of the last row, which is longer than any row may be. */
    SAME_ROW
  }

  @Override
  public long read(long rowsBefore, Consumer<SourceRow> rows) {
    requireUtf8(rowsBefore);
    return new Reading(rowsBefore, rows).read();
  }

  private void requireUtf8(long rowsBefore) {
    if (!EightBytes.areAscii(text, from, to)) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text, from, to - from));
      } catch (CharacterCodingException e) {
        throw ReadFailures.of(format.source(), "after row " + rowsBefore, e);
      }
    }
  }

  /** One walk over the rows. */
  private final class Reading {
    private final Columns columns = format.columns();
    private final CsvCells cells = new CsvCells(text, from, to);
    private final TextRow row = new TextRow(text, columns.fieldCount());
    private final long rowsBefore;
    private final Consumer<SourceRow> sink;
    private long rows;
    private int found;
    private int counted;
    private boolean firstBlank;
    private boolean lastMalformed;

    Reading(long rowsBefore, Consumer<SourceRow> sink) {
      this.rowsBefore = rowsBefore;
      this.sink = sink;
    }

    long read() {
      while (cells.findLine()) {
        if (readsData() && !columns.isHeader(row)) {
          deliver();
        }
      }
      requireEnd();
      return rows;
    }

    /** Whether the row that was read is more than a blank line. */
    private boolean readsData() {
      row.clear();
      if (cells.layOut(row, columns)) {
        counted = columns.count();
        return true;
      }
      row.clear();
      readCells();
      return !(found == 1 && firstBlank);
    }

    private void readCells() {
      found = 0;
      counted = 0;
      boolean more = true;
      while (more) {
        more = cells.next();
        requireBounds();
        int field = columns.fieldOf(found);
        if (field >= 0) {
          cells.give(row, field);
        }
        if (found == 0) {
          firstBlank = cells.isBlank();
        }
        // Blank cells beyond the header are what spreadsheets leave behind.
        if (counted < columns.count() || !cells.isBlank()) {
          counted++;
        }
        found++;
      }
      if (cells.isOpen()) {
        throw cutOff("a quote is opened and never closed");
      }
      if (cells.isFollowedByText()) {
        throw invalid("text follows a closing quote");
      }
    }

    private void requireBounds() {
      if (cells.length() > Limits.CELL) {
        throw invalid("a cell is longer than " + Limits.CELL + " bytes");
      }
      if (found > Limits.COLUMNS) {
        throw invalid("has more than " + Limits.COLUMNS + " columns");
      }
    }

    private void deliver() {
      rows++;
      long number = rowsBefore + rows;
      String problem = columns.problemOf(counted);
      lastMalformed = problem != null;
      if (problem != null) {
        sink.accept(MalformedRow.of(number, problem));
      } else {
        row.begin(number);
        sink.accept(row);
      }
    }

    private void requireEnd() {
      if (end == End.SAME_ROW) {
        throw invalid("a line is longer than any row may be");
      }
      if (end == End.TABLE && lastMalformed && !CsvFormat.isLineBreak(text[to - 1])) {
        throw new BadSourceException(
            format.source(),
            "is cut off in its last line, row " + (rowsBefore + rows) + "; fetch it again");
      }
    }

    private BadSourceException cutOff(String reason) {
      return new BadSourceException(
          format.source(),
          "is cut off after row " + (rowsBefore + rows) + ": " + reason + "; fetch it again");
    }

    private BadSourceException invalid(String reason) {
      return CsvFormat.invalid(format.source(), rowsBefore + rows, reason);
    }
  }
}
