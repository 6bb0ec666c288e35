package dev.assay.application.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that came before the names of their fields. A JSON object has no order, so they are kept
 * until the names are known, up to a bound: memory must not grow with the input.
 */
final class EarlyRows {

  private static final int MOST_ROWS = 10_000;
  private static final long MOST_CHARACTERS = 16_000_000;

  private record Row(List<@Nullable String> cells, @Nullable String problem) {}

  private final String source;
  private final Deque<Row> waiting = new ArrayDeque<>();
  private long characters;

  EarlyRows(String source) {
    this.source = source;
  }

  /** Reads the rest of the array the parser has just entered. */
  void read(JsonParser parser) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      waiting.add(row(parser));
      if (waiting.size() > MOST_ROWS) {
        throw tooMuch(MOST_ROWS + " rows");
      }
    }
  }

  int size() {
    return waiting.size();
  }

  /** All rows in the order of the file; null once they are taken. */
  @Nullable RowBlock take(Columns columns) {
    if (waiting.isEmpty()) {
      return null;
    }
    CellBuffer block = new CellBuffer(columns.fieldCount());
    for (Row row = waiting.poll(); row != null; row = waiting.poll()) {
      block.beginRow();
      add(row, columns, block);
    }
    return block;
  }

  private static void add(Row row, Columns columns, CellBuffer block) {
    for (int cell = 0; cell < row.cells.size(); cell++) {
      int field = columns.fieldOf(cell);
      if (field >= 0) {
        block.set(field, row.cells.get(cell));
      }
    }
    String problem = row.problem == null ? columns.problemOf(row.cells.size()) : row.problem;
    if (problem != null) {
      block.fail(problem);
    }
  }

  private Row row(JsonParser parser) throws IOException {
    List<@Nullable String> cells = new ArrayList<>();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return new Row(cells, Json.NOT_AN_ARRAY);
    }
    String problem = null;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken().isScalarValue()) {
        cells.add(counted(Json.cell(parser)));
      } else {
        parser.skipChildren();
        problem = Json.NESTED_CELL;
      }
    }
    return new Row(cells, problem);
  }

  private @Nullable String counted(@Nullable String cell) {
    characters += 1 + (cell == null ? 0 : cell.length());
    if (characters > MOST_CHARACTERS) {
      throw tooMuch(MOST_CHARACTERS + " characters");
    }
    return cell;
  }

  private BadSourceException tooMuch(String limit) {
    return new BadSourceException(
        source,
        "has \"data\" before \"fields\", and more than "
            + limit
            + " of it to keep; ask for smaller pages");
  }
}
