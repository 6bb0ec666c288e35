package dev.assay.application.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of a text that are not blank. Lines end at LF, CR or both, and nowhere else:
 * published lists hold U+000B and U+001E within a line.
 */
final class LineReader {

  private static final int LONGEST_LINE = 10_000;

  private final String source;
  private final BufferedReader in;
  private long lines;

  LineReader(Reader in, String source) {
    this.source = source;
    this.in = new BufferedReader(in);
  }

  /** The next line that is not blank; null after the last. */
  @Nullable String next() {
    try {
      String line = line();
      while (line != null && line.isBlank()) {
        line = line();
      }
      return line;
    } catch (IOException e) {
      throw ReadFailures.of(source, "after line " + lines, e);
    }
  }

  private @Nullable String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int c = in.read();
    if (c < 0) {
      return null;
    }
    lines++;
    while (c >= 0 && c != '\n' && c != '\r') {
      if (line.length() == LONGEST_LINE) {
        throw new BadSourceException(
            source, "line " + lines + " is longer than " + LONGEST_LINE + " characters");
      }
      line.append((char) c);
      c = in.read();
    }
    return line.toString();
  }
}
