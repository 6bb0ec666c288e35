package dev.assay.application.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What the JSON readers share: a parser with narrow limits, and its failures in plain words. */
final class Json {

  static final String NOT_AN_ARRAY = "is not an array of cells";
  static final String NESTED_CELL = "has an array or an object as a cell";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(10)
                  .maxNameLength(200)
                  .maxNumberLength(200)
                  .maxStringLength(Limits.CELL)
                  .build())
          .build();

  private Json() {}

  static JsonParser parser(InputStream in) throws IOException {
    return FACTORY.createParser(in);
  }

  /** The cleaned text of the current scalar, whatever its type; null for null and blank. */
  static @Nullable String cell(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL
        ? null
        : Cells.clean(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /** Copies the current scalar, whatever its type, into a field of the row in hand. */
  static void copyCell(JsonParser parser, CellBuffer block, int field) throws IOException {
    block.set(field, parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
  }

  /**
   * What to throw for a failed read.
   *
   * @param rows how many rows were read before
   */
  static RuntimeException failure(String source, long rows, JsonParser parser, IOException e) {
    String where = "after row " + rows + " (byte " + parser.currentLocation().getByteOffset() + ")";
    if (e instanceof JsonEOFException || endsEarly(e)) {
      return new BadSourceException(
          source, "is cut off " + where + ", not complete; fetch it again", e);
    }
    if (e instanceof StreamConstraintsException limit) {
      return new BadSourceException(
          source, "goes beyond a limit " + where + ": " + firstLine(limit), e);
    }
    if (e instanceof JsonProcessingException error) {
      return new BadSourceException(
          source, "is not valid JSON " + where + ": " + firstLine(error) + "; fetch it again", e);
    }
    return ReadFailures.of(source, where, e);
  }

  /** Between two rows the parser notices the end by another exception. */
  private static boolean endsEarly(IOException e) {
    return e instanceof JsonProcessingException error
        && String.valueOf(error.getOriginalMessage()).startsWith("Unexpected end-of-input");
  }

  private static String firstLine(JsonProcessingException e) {
    return ErrorText.quote(e.getOriginalMessage());
  }
}
