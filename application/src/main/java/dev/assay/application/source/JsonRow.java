package dev.assay.application.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Copies rows of an answer, each an array of plain values, into a block. Not thread-safe. */
final class JsonRow {

  private final Columns columns;
  private final CellBuffer block;

  JsonRow(Columns columns) {
    this.columns = columns;
    this.block = new CellBuffer(columns.fieldCount());
  }

  CellBuffer block() {
    return block;
  }

  /** Reads the row that begins with the current token. */
  void read(JsonParser parser) throws IOException {
    block.beginRow();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      block.fail(Json.NOT_AN_ARRAY);
      parser.skipChildren();
      return;
    }
    int cells = 0;
    String problem = null;
    JsonToken cell = parser.nextToken();
    while (cell != JsonToken.END_ARRAY) {
      if (!cell.isScalarValue()) {
        problem = Json.NESTED_CELL;
        parser.skipChildren();
      } else if (columns.fieldOf(cells) >= 0 && cell != JsonToken.VALUE_NULL) {
        Json.copyCell(parser, block, columns.fieldOf(cells));
      }
      cells++;
      cell = parser.nextToken();
    }
    problem = problem == null ? columns.problemOf(cells) : problem;
    if (problem != null) {
      block.fail(problem);
    }
  }
}
