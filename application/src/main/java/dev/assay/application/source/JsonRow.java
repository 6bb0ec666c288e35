package dev.assay.application.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads one row of an answer: an array of plain values. */
final class JsonRow {

  private JsonRow() {}

  /** Reads the row that begins with the current token. */
  static SourceRow read(JsonParser parser, Columns columns, long number) throws IOException {
    RowBuilder row = new RowBuilder(columns);
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      row.fail(Json.NOT_AN_ARRAY);
      parser.skipChildren();
      return row.build(number);
    }
    JsonToken cell = parser.nextToken();
    while (cell != JsonToken.END_ARRAY) {
      readCell(parser, row, cell);
      cell = parser.nextToken();
    }
    return row.build(number);
  }

  private static void readCell(JsonParser parser, RowBuilder row, JsonToken cell)
      throws IOException {
    if (!cell.isScalarValue()) {
      row.fail(Json.NESTED_CELL);
      parser.skipChildren();
    } else if (row.wantsNext()) {
      row.add(Json.cell(parser));
    } else {
      row.skip();
    }
  }
}
