package dev.assay.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL with places for constants: <code>${name}</code> stands for a text. */
final class SqlText {

  private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

  private SqlText() {}

  /** A file beside this class. */
  static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(SqlText.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts in the texts that are known; a place of another name stays. */
  static String filled(String text, Map<String, String> texts) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> Matcher.quoteReplacement(texts.getOrDefault(place.group(1), place.group())));
  }
}
