package dev.assay.application.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Streams a JSON array of objects, one a row, as the Exoplanet Archive answers. */
final class JsonObjectReader implements BlockReader {

  private static final int BLOCK_ROWS = 1024;

  private final String source;
  private final JsonParser parser;
  private final Map<String, Integer> fields;
  private boolean ended;
  private long rows;

  private JsonObjectReader(String source, JsonParser parser, Map<String, Integer> fields) {
    this.source = source;
    this.parser = parser;
    this.fields = fields;
  }

  /** Opens an array, given the place of each field by its key. */
  static JsonObjectReader open(InputStream in, String source, Map<String, Integer> fields) {
    try {
      JsonObjectReader reader = new JsonObjectReader(source, Json.parser(in), fields);
      reader.readStart();
      return reader;
    } catch (IOException e) {
      throw ReadFailures.of(source, "at its beginning", e);
    }
  }

  private void readStart() {
    try {
      parser.nextToken();
    } catch (IOException e) {
      throw Json.failure(source, rows, parser, e);
    }
  }

  @Override
  public @Nullable RowBlock next() {
    try {
      return ended ? null : advance();
    } catch (IOException e) {
      throw Json.failure(source, rows, parser, e);
    }
  }

  @Override
  public OptionalLong declaredCount() {
    return OptionalLong.empty();
  }

  /** {@inheritDoc} It has been checked when the array ended. */
  @Override
  public void requireComplete(long rowsOfAllBlocks) {}

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private RowBlock advance() throws IOException {
    CellBuffer block = new CellBuffer(fields.size());
    while (block.rows() < BLOCK_ROWS && !ended) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        finish();
      } else {
        rows++;
        block.beginRow();
        readRow(token, block);
      }
    }
    return block;
  }

  private void readRow(JsonToken token, CellBuffer block) throws IOException {
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      block.fail("is not an object");
      return;
    }
    boolean nested = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Integer field = fields.get(parser.currentName());
      JsonToken value = parser.nextToken();
      if (field != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        Json.copyCell(parser, block, field);
      }
      nested |= field != null && !value.isScalarValue();
      parser.skipChildren();
    }
    if (nested) {
      block.fail(Json.NESTED_CELL);
    }
  }

  private void finish() throws IOException {
    ended = true;
    if (rows == 0) {
      throw new BadSourceException(source, "is an empty list without rows; fetch it again");
    }
    if (parser.nextToken() != null) {
      throw new BadSourceException(
          source, "goes on after its closing bracket, after row " + rows + "; fetch it again");
    }
  }
}
