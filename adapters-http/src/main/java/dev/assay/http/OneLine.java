package dev.assay.http;

import java.io.IOException;
import java.util.regex.Pattern;

/** Makes foreign text fit for one line of a message. */
final class OneLine {

  private static final int LONGEST_CAUSE = 200;

  /** Blanks, controls, and invisible characters that could disguise the rest of the line. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{C}]+");

  private OneLine() {}

  static String of(String text, int longest) {
    String line = UNSEEN.matcher(text).replaceAll(" ").strip();
    if (line.length() <= longest) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(longest - 1)) ? longest - 1 : longest;
    return line.substring(0, end);
  }

  /** What an exception says, with its type if that adds something. */
  static String describe(Throwable cause) {
    String type = cause.getClass().getSimpleName();
    String message = cause.getMessage();
    if (message == null) {
      return type;
    }
    String line = of(message, LONGEST_CAUSE);
    return cause.getClass().equals(IOException.class) ? line : type + " (" + line + ")";
  }
}
