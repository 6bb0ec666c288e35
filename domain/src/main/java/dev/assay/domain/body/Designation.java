package dev.assay.domain.body;

/**
 * The primary designation of a small body: its number, else its provisional or comet designation,
 * as in the field {@code pdes} of JPL's Small-Body Database. It is the key that joins sources.
 *
 * @param value 1 to 64 characters, without blanks at its ends
 */
public record Designation(String value) implements Comparable<Designation> {

  private static final int LONGEST = 64;

  public Designation {
    if (value.isEmpty() || value.length() > LONGEST || hasOuterBlanks(value)) {
      throw new IllegalArgumentException(
          "designation must be 1.."
              + LONGEST
              + " characters without outer blanks: '"
              + value
              + "'");
    }
  }

  private static boolean hasOuterBlanks(String text) {
    return Character.isWhitespace(text.charAt(0))
        || Character.isWhitespace(text.charAt(text.length() - 1));
  }

  /**
   * Whether the body is numbered.
   *
   * @return true if the designation is a number such as "433"
   */
  public boolean isNumber() {
    return value.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Numbered bodies first, by number; then the others by their characters. */
  @Override
  public int compareTo(Designation other) {
    boolean number = isNumber();
    if (number != other.isNumber()) {
      return number ? -1 : 1;
    }
    if (number && value.length() != other.value.length()) {
      return Integer.compare(value.length(), other.value.length());
    }
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
