package dev.assay.application.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What an answer of the SBDB Query API says beside its rows: version, count, or an error. */
final class AnswerSummary {

  private static final String MAJOR_VERSION = "1";

  private final String source;
  private @Nullable String error;
  private long count = -1;

  AnswerSummary(String source) {
    this.source = source;
  }

  OptionalLong count() {
    return count < 0 ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /** Reads the message of an error body. */
  void readError(JsonParser parser) throws IOException {
    if (parser.currentToken().isScalarValue()) {
      error = parser.getText();
    }
    parser.skipChildren();
  }

  /** Reads the count, which some answers give as a text. */
  void readCount(JsonParser parser) throws IOException {
    String text = parser.currentToken().isScalarValue() ? parser.getText() : "";
    count = text.length() <= 18 && isDigits(text) ? Long.parseLong(text) : -1;
    if (count < 0) {
      throw new BadSourceException(
          source, "has a \"count\" that is no number: \"" + Cells.excerpt(text) + "\"");
    }
  }

  /** Reads the signature and refuses an API that may mean something else by its fields. */
  void readSignature(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if ("version".equals(key) && parser.currentToken().isScalarValue()) {
        requireKnown(parser.getText());
      }
      parser.skipChildren();
    }
  }

  private void requireKnown(String version) {
    if (!version.equals(MAJOR_VERSION) && !version.startsWith(MAJOR_VERSION + ".")) {
      throw BadSourceException.ofOtherFormat(
          source,
          "is of API version "
              + Cells.excerpt(version)
              + ", but only 1.x is understood; update Assay");
    }
  }

  /** Judges an answer that holds no rows at all. */
  void requireEmptyOnPurpose() {
    if (error != null) {
      throw new BadSourceException(source, ErrorText.refusal(error));
    }
    if (count > 0) {
      throw new BadSourceException(
          source, "is a count-only answer (" + count + " bodies) without rows; ask for fields=...");
    }
    if (count < 0) {
      throw new BadSourceException(
          source, "has neither \"fields\" nor \"data\"; it is no answer of the SBDB Query API");
    }
  }

  /** Compares the rows that came with the count: a page may hold fewer than match, never more. */
  void requireRows(long rows) {
    if (rows == 0 && count != 0) {
      String matches = count > 0 ? ", though " + count + " bodies match" : "";
      throw new BadSourceException(source, "holds no rows" + matches + "; fetch it again");
    }
    if (count >= 0 && rows > count) {
      throw new BadSourceException(
          source,
          "holds " + rows + " rows, but says that only " + count + " match; fetch it again");
    }
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
