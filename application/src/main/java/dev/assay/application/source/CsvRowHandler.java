package dev.assay.application.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows from the cells a CSV parser finds. The first row names the columns; text is made only
 * for columns that are used.
 */
final class CsvRowHandler extends AbstractBaseCsvCallbackHandler<SourceRow> {

  private final Function<List<String>, Columns> header;
  private final List<String> names = new ArrayList<>();
  private @Nullable Columns columns;
  private @Nullable RowBuilder row;
  private boolean firstBlank;
  private boolean firstIsMark;
  private boolean atEnd;
  private boolean lastMalformed;
  private long rows;

  CsvRowHandler(Function<List<String>, Columns> header) {
    this.header = header;
  }

  long rows() {
    return rows;
  }

  /** Whether the line read last was the end mark. */
  boolean atEnd() {
    return atEnd;
  }

  boolean lastMalformed() {
    return lastMalformed;
  }

  @Override
  protected void handleBegin(long line) {
    row = columns == null ? null : new RowBuilder(columns);
    atEnd = false;
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (index == 0) {
      firstBlank = Cells.isBlank(buffer, offset, length);
      firstIsMark = length == 1 && buffer[offset] == EndMarkReader.MARK;
    }
    if (index > Json.MOST_COLUMNS) {
      throw new IllegalStateException("has more than " + Json.MOST_COLUMNS + " columns");
    }
    if (row == null) {
      names.add(new String(buffer, offset, length));
    } else {
      addCell(row, buffer, offset, length);
    }
  }

  /** Blank cells beyond the header are what spreadsheets leave behind; they do not count. */
  private static void addCell(RowBuilder row, char[] buffer, int offset, int length) {
    if (row.wantsNext()) {
      row.add(Cells.clean(buffer, offset, length));
    } else if (!row.isFull() || !Cells.isBlank(buffer, offset, length)) {
      row.skip();
    }
  }

  /**
   * The row, or null for a line that holds no data: the header, its repetition, blanks, the end.
   */
  @Override
  protected @Nullable SourceRow buildRecord() {
    boolean single = getFieldCount() == 1;
    if (single && firstIsMark) {
      atEnd = true;
      return null;
    }
    if (single && firstBlank) {
      names.clear();
      return null;
    }
    if (columns == null || row == null) {
      columns = header.apply(names);
      return null;
    }
    return columns.isHeader(row.values()) ? null : counted(row);
  }

  private SourceRow counted(RowBuilder complete) {
    rows++;
    SourceRow result = complete.build(rows);
    lastMalformed = result instanceof MalformedRow;
    return result;
  }
}
