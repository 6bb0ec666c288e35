package dev.assay.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what the body of a refusal says to a person. */
final class ErrorText {

  static final int BYTES_READ = 4096;
  private static final int LONGEST = 200;

  /** The services of JPL answer {@code {"message":"...","moreInfo":"...","code":"400"}}. */
  private static final Pattern MESSAGE =
      Pattern.compile("\"message\"\\s*+:\\s*+\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)");

  private static final Pattern ESCAPED_QUOTE = Pattern.compile("\\\\([\"'/\\\\])");

  private ErrorText() {}

  static String of(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    Matcher message = MESSAGE.matcher(text);
    String found = message.find() ? ESCAPED_QUOTE.matcher(message.group(1)).replaceAll("$1") : text;
    String line = OneLine.of(found, LONGEST);
    return line.isEmpty() ? "no reason given" : line;
  }
}
