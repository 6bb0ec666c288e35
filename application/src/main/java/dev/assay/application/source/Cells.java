package dev.assay.application.source;

import org.jspecify.annotations.Nullable;

/** Cleans the text of a cell: published tables hide thin spaces, byte order marks and controls. */
final class Cells {

  private static final int LONGEST_EXCERPT = 60;
  private static final char DELETE = 0x7f;
  private static final char REPLACEMENT = '\ufffd';

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

  /** The beginning of a text, fit for a one-line message. */
  static String excerpt(String text) {
    return excerpt(text, LONGEST_EXCERPT);
  }

  static String excerpt(String text, int longest) {
    char[] start = text.substring(0, Math.min(text.length(), 4 * longest)).toCharArray();
    String clean = normalised(start, 0, start.length).strip();
    if (clean.length() <= longest) {
      return clean;
    }
    int end = longest - "...".length();
    return clean.substring(0, isHighSurrogate(clean, end - 1) ? end - 1 : end) + "...";
  }

  private static boolean isHighSurrogate(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at));
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
      char c = text[i];
      if (Character.isSurrogate(c)) {
        result.append(isPaired(text, i, start, end) ? c : REPLACEMENT);
      } else if (!isBlank(c)) {
        result.append(c);
      } else if (isSpace(c)) {
        result.append(' ');
      }
    }
    return result.toString();
  }

  /** Half a character, which JSON can escape, cannot be written as UTF-8 later. */
  private static boolean isPaired(char[] text, int at, int start, int end) {
    return Character.isHighSurrogate(text[at])
        ? at + 1 < end && Character.isLowSurrogate(text[at + 1])
        : at > start && Character.isHighSurrogate(text[at - 1]);
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
