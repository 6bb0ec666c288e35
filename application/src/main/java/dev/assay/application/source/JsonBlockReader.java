package dev.assay.application.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Streams an answer of the SBDB Query API, whose keys may come in any order. The table is complete
 * only when the closing brace was the last thing in it.
 */
final class JsonBlockReader implements BlockReader {

  private static final int BLOCK_ROWS = 512;

  private final String source;
  private final JsonParser parser;
  private final AnswerSummary summary;
  private final EarlyRows early;
  private @Nullable Columns columns;
  private boolean dataSeen;
  private boolean insideData;
  private boolean finished;
  private long rows;

  private JsonBlockReader(String source, JsonParser parser) {
    this.source = source;
    this.parser = parser;
    this.summary = new AnswerSummary(source);
    this.early = new EarlyRows(source);
  }

  /** Opens an answer and reads up to its first row. */
  static JsonBlockReader open(InputStream in, String source) {
    try {
      JsonBlockReader reader = new JsonBlockReader(source, Json.parser(in));
      reader.readStart();
      return reader;
    } catch (IOException e) {
      throw ReadFailures.of(source, "at its beginning", e);
    }
  }

  @Override
  public @Nullable RowBlock next() {
    try {
      return advance();
    } catch (IOException e) {
      throw Json.failure(source, rows, parser, e);
    }
  }

  @Override
  public OptionalLong declaredCount() {
    return summary.count();
  }

  /** {@inheritDoc} An answer has been held against its count already when it ended. */
  @Override
  public void requireComplete(long rowsOfAllBlocks) {}

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private void readStart() {
    try {
      parser.nextToken();
      readKeys();
    } catch (IOException e) {
      throw Json.failure(source, rows, parser, e);
    }
  }

  private @Nullable RowBlock advance() throws IOException {
    if (insideData) {
      CellBuffer block = readRows(requireColumns());
      if (block.rows() > 0) {
        return block;
      }
    }
    if (!finished) {
      readKeys();
    }
    return insideData ? advance() : earlyRows();
  }

  /** Reads rows up to the size of a block; none if there are no more. */
  private CellBuffer readRows(Columns known) throws IOException {
    JsonRow row = new JsonRow(known);
    while (row.block().rows() < BLOCK_ROWS && insideData) {
      if (parser.nextToken() == JsonToken.END_ARRAY) {
        insideData = false;
      } else {
        rows++;
        row.read(parser);
      }
    }
    return row.block();
  }

  private @Nullable RowBlock earlyRows() {
    return columns == null ? null : early.take(columns);
  }

  /** Reads top-level keys up to the first row, or to the end of the answer. */
  private void readKeys() throws IOException {
    while (!insideData && parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      parser.nextToken();
      readValue(key);
    }
    if (!insideData) {
      finished = true;
      finish();
    }
  }

  private void readValue(String key) throws IOException {
    switch (key) {
      case "signature" -> summary.readSignature(parser);
      case "fields" -> readFields();
      case "data" -> enterData();
      case "count" -> summary.readCount(parser);
      case "message", "error" -> summary.readError(parser);
      default -> parser.skipChildren();
    }
  }

  private void readFields() throws IOException {
    requireArray("fields", columns != null);
    List<String> names = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      names.add(parser.currentToken().isScalarValue() ? parser.getText() : "");
      parser.skipChildren();
      if (names.size() > Limits.COLUMNS) {
        throw new BadSourceException(source, "has more than " + Limits.COLUMNS + " fields");
      }
    }
    columns = SmallBodyColumns.of(names, source);
  }

  private void enterData() throws IOException {
    requireArray("data", dataSeen);
    dataSeen = true;
    if (columns == null) {
      early.read(parser);
    } else {
      insideData = true;
    }
  }

  private void requireArray(String key, boolean seenBefore) {
    if (seenBefore) {
      throw new BadSourceException(source, "has \"" + key + "\" twice; fetch it again");
    }
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new BadSourceException(source, "has \"" + key + "\" that is not an array");
    }
  }

  private void finish() throws IOException {
    if (parser.nextToken() != null) {
      throw new BadSourceException(
          source, "goes on after its closing brace, after row " + rows + "; fetch it again");
    }
    if (!dataSeen) {
      summary.requireEmptyOnPurpose();
      return;
    }
    requireColumns();
    rows += early.size();
    summary.requireRows(rows);
  }

  private Columns requireColumns() {
    if (columns == null) {
      throw new BadSourceException(
          source, "has \"data\" but no \"fields\" to name its columns; fetch it again");
    }
    return columns;
  }
}
