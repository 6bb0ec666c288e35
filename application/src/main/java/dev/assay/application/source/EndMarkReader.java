package dev.assay.application.source;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Adds a last line of one control character. If a CSV parser reports that line as a row of its own,
 * every quote before it was closed; otherwise an open quote has swallowed it.
 */
final class EndMarkReader extends FilterReader {

  static final char MARK = 0;

  private static final char[] LAST_LINE = {'\n', MARK};

  private char last = '\n';
  private int given = -1;

  EndMarkReader(Reader in) {
    super(in);
  }

  /** Whether the text itself, without the mark, ended with a line break. */
  boolean endsWithLineBreak() {
    return last == '\n' || last == '\r';
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (given < 0) {
      int count = in.read(buffer, offset, length);
      if (count > 0) {
        last = buffer[offset + count - 1];
      }
      if (count >= 0) {
        return count;
      }
      given = 0;
    }
    int count = Math.min(length, LAST_LINE.length - given);
    System.arraycopy(LAST_LINE, given, buffer, offset, count);
    given += count;
    return count == 0 && length > 0 ? -1 : count;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }
}
