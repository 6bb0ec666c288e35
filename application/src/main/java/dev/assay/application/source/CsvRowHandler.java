package dev.assay.application.source;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
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
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    if (index == 0) {
      firstBlank = Cells.isBlank(buffer, offset, length);
      firstIsMark = length == 1 && buffer[offset] == EndMarkReader.MARK;
    }
    if (index > Limits.COLUMNS) {
      throw new IllegalStateException("has more than " + Limits.COLUMNS + " columns");
    }
    if (row == null) {
      String name = text(buffer, offset, length, quoted);
      names.add(name == null ? "" : name);
    } else if (row.wantsNext()) {
      row.add(text(buffer, offset, length, quoted));
    } else if (!row.isFull() || !Cells.isBlank(buffer, offset, length)) {
      row.skip(); // blank cells beyond the header are what spreadsheets leave behind
    }
  }

  /** A quote after a blank opens nothing in CSV, but people write tables so. */
  private static @Nullable String text(char[] buffer, int offset, int length, boolean quoted) {
    String text = Cells.clean(buffer, offset, length);
    if (text == null || quoted || text.charAt(0) != '"' || text.length() < 2) {
      return text;
    }
    return text.endsWith("\"") ? Cells.clean(text.substring(1, text.length() - 1)) : text;
  }

  /**
   * The row, or null for a line that holds no data: the header, its repetition, blanks, the end.
   */
  @Override
  protected @Nullable SourceRow buildRecord() {
    if (getRecordType() != RecordType.DATA) {
      return null;
    }
    boolean single = getFieldCount() == 1;
    atEnd = single && firstIsMark;
    if (single && (firstIsMark || firstBlank)) {
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
