package dev.assay.ports;

/**
 * Names one generation of the catalogue: everything that one run loaded.
 *
 * @param value 3 to 64 characters of {@code a-z A-Z 0-9 -}; later generations order after earlier
 *     ones
 */
public record GenerationId(String value) implements Comparable<GenerationId> {

  public GenerationId {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "a generation is named by 3..64 of a-z A-Z 0-9 -: '" + value + "'");
    }
  }

  /**
   * Whether a text can name a generation.
   *
   * @param text any text
   * @return true if it has the form
   */
  public static boolean isValid(String text) {
    return text.matches("[A-Za-z0-9-]{3,64}");
  }

  @Override
  public int compareTo(GenerationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
