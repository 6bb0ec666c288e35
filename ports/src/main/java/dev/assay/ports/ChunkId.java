package dev.assay.ports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one chunk of a run.
 *
 * @param generation of which run
 * @param number its number, 0 or more
 */
public record ChunkId(GenerationId generation, int number) {

  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9-]{3,64})/(\\d{1,10})");

  public ChunkId {
    if (number < 0) {
      throw new IllegalArgumentException("chunk " + number);
    }
  }

  /**
   * The name as text, which {@link #parse} reads.
   *
   * @return generation and number, as in {@code run-1/7}
   */
  public String text() {
    return generation + "/" + number;
  }

  /**
   * Reads a name.
   *
   * @param text any text
   * @return the chunk; empty if the text names none
   */
  public static Optional<ChunkId> parse(String text) {
    Matcher match = FORM.matcher(text);
    if (!match.matches() || Long.parseLong(match.group(2)) > Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return Optional.of(
        new ChunkId(new GenerationId(match.group(1)), Integer.parseInt(match.group(2))));
  }
}
