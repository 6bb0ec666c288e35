package dev.assay.application.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Streams a JSON array of objects, one a row, as the Exoplanet Archive answers. */
final class JsonObjectReader implements RowReader {

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
  public @Nullable SourceRow next() {
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

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private @Nullable SourceRow advance() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_ARRAY) {
      finish();
      return null;
    }
    rows++;
    if (token != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return MalformedRow.of(rows, "is not an object");
    }
    return readObject();
  }

  private SourceRow readObject() throws IOException {
    @Nullable String[] values = new String[fields.size()];
    boolean nested = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      Integer field = fields.get(parser.currentName());
      boolean scalar = parser.nextToken().isScalarValue();
      if (field != null && scalar) {
        values[field] = Json.cell(parser);
      }
      nested |= field != null && !scalar;
      parser.skipChildren();
    }
    return nested ? MalformedRow.of(rows, Json.NESTED_CELL) : new RawRow(rows, values);
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
