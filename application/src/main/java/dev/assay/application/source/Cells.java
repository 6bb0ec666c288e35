package dev.assay.application.source;

import org.jspecify.annotations.Nullable;

/** Cleans the text of a cell: published tables hide thin spaces, byte order marks and controls. */
final class Cells {

  private static final int LONGEST_EXCERPT = 60;
  private static final char DELETE = 0x7f;

  private Cells() {}

  /**
   * Takes blanks and control characters away.
   *
   * @return the text with no blank at its ends and none but plain blanks within; null if nothing is
   *     left or a lone hyphen, which stands for "unknown"
   */
  static @Nullable String clean(char[] text, int offset, int length) {
    int start = offset;
    int end = offset + length;
    while (start < end && isBlank(text[start])) {
      start++;
    }
    while (end > start && isBlank(text[end - 1])) {
      end--;
    }
    if (start == end || (end - start == 1 && text[start] == '-')) {
      return null;
    }
    return isPlain(text, start, end)
        ? new String(text, start, end - start)
        : normalised(text, start, end);
  }

  static @Nullable String clean(String text) {
    return clean(text.toCharArray(), 0, text.length());
  }

  static boolean isBlank(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (!isBlank(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** The beginning of a text, fit for a one-line message. */
  static String excerpt(String text) {
    return excerpt(text, LONGEST_EXCERPT);
  }

  static String excerpt(String text, int longest) {
    char[] start = text.substring(0, Math.min(text.length(), 4 * longest)).toCharArray();
    String clean = normalised(start, 0, start.length).strip();
    return clean.length() <= longest ? clean : clean.substring(0, longest - 3) + "...";
  }

  private static boolean isPlain(char[] text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text[i] < ' ' || text[i] >= DELETE) {
        return false;
      }
    }
    return true;
  }

  private static String normalised(char[] text, int start, int end) {
    StringBuilder result = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (!isBlank(text[i])) {
        result.append(text[i]);
      } else if (isSpace(text[i])) {
        result.append(' ');
      }
    }
    return result.toString();
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || (c >= DELETE && isUnicodeBlank(c));
  }

  private static boolean isUnicodeBlank(char c) {
    return Character.isISOControl(c) || isSpace(c) || Character.getType(c) == Character.FORMAT;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
