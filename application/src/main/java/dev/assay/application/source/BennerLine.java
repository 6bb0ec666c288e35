package dev.assay.application.source;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of Benner's list. The columns are found by their shape, not by their place: ranks of
 * five digits and tags taken off a line move them.
 */
final class BennerLine {

  private static final Pattern START = Pattern.compile("\\s*\\d{1,7}\\s+\\d{1,3}\\.\\d*\\s");
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*(?<rank>\\d{1,7})\\s+\\d{1,3}\\.\\d*\\s+"
              + "(?:\\((?<number>\\d{1,9})\\)\\s*)?(?<name>\\S.{0,40}?)??\\s*"
              + "(?<designation>(?:\\d{4}|[A-Z]\\d{3}) (?:[A-Z]{1,2}\\d{0,4}|P-L|T-[123]))\\s+"
              + "(?<numbers>\\S+(?:\\s+\\S+){6})(?<marks>(?:\\s+[A-Z]+)*)\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final int LONGEST_LINE = 300;
  private static final double MOON_KM_S = 6.0;
  private static final double MARS_KM_S = 6.3;

  /** Both ratio and delta-v are printed to 0.001. */
  private static final double RATIO_TOLERANCE = 0.0006;

  private BennerLine() {}

  /** Whether a line begins as a row does: with a rank and a percentile. */
  static boolean isRow(String line) {
    return START.matcher(line).lookingAt();
  }

  /** The entry on a line that is a row; null, with the reason told, if it cannot be read. */
  static @Nullable DeltaVEntry read(String line, LineCounter counter) {
    Matcher row = SHAPE.matcher(line);
    if (line.length() > LONGEST_LINE || !row.matches()) {
      counter.reject("has not the columns of the list");
      return null;
    }
    double[] numbers = numbers(row.group("numbers"));
    if (numbers.length == 0) {
      counter.reject("has a text where a number is expected");
      return null;
    }
    if (!ratiosFit(numbers)) {
      counter.reject("the ratios to Moon and Mars do not fit delta-v: columns shifted");
      return null;
    }
    if (!isOrbit(numbers)) {
      counter.reject("the elements are no orbit");
      return null;
    }
    return entry(row, numbers);
  }

  /** Delta-v, ratios to Moon and Mars, H, a, e, i; none if one of them is not a number. */
  private static double[] numbers(String text) {
    String[] words = BLANKS.split(text);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      OptionalDouble number = StrictNumber.parse(words[i]);
      if (number.isEmpty()) {
        return new double[0];
      }
      numbers[i] = number.getAsDouble();
    }
    return numbers;
  }

  private static boolean ratiosFit(double[] numbers) {
    return numbers[0] > 0
        && Math.abs(numbers[1] - numbers[0] / MOON_KM_S) <= RATIO_TOLERANCE
        && Math.abs(numbers[2] - numbers[0] / MARS_KM_S) <= RATIO_TOLERANCE;
  }

  private static boolean isOrbit(double[] numbers) {
    return numbers[4] > 0
        && numbers[5] >= 0
        && numbers[5] < 1
        && numbers[6] >= 0
        && numbers[6] <= 180;
  }

  private static DeltaVEntry entry(Matcher row, double[] numbers) {
    String marks = row.group("marks").strip();
    String name = row.group("name");
    return new DeltaVEntry(
        Integer.parseInt(row.group("rank")),
        row.group("number"),
        name == null ? null : name.strip(),
        row.group("designation"),
        numbers[0],
        numbers[1],
        numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        marks.isEmpty() ? List.of() : List.of(BLANKS.split(marks)));
  }
}
