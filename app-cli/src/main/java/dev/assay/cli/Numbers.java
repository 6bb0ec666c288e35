package dev.assay.cli;

import dev.assay.ports.CatalogueEntry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers for people: three significant digits, a dash for what is not known. */
final class Numbers {

  static final String UNKNOWN = "-";

  static final int DIGITS = 3;

  private Numbers() {}

  static String significant(@Nullable Double value) {
    return value == null ? UNKNOWN : significant(value, DIGITS);
  }

  /** A number with so many significant digits. */
  static String significant(double value, int digits) {
    double size = Math.abs(value);
    if (size != 0 && (size >= 1e5 || size < 1e-3)) {
      return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
          .replace("e+", "e")
          .replace("e0", "e")
          .replace("e-0", "e-");
    }
    return new BigDecimal(value).round(new MathContext(digits)).toPlainString();
  }

  /** How many digits a value needs for its interval to show. */
  static int digits(double value, double low, double high) {
    double relative = Math.abs((high - low) / 2 / value);
    return relative > 0
        ? Math.max(DIGITS, Math.min(7, 1 - (int) Math.floor(Math.log10(relative))))
        : DIGITS;
  }

  static String fixed(@Nullable Double value, int decimals) {
    return value == null ? UNKNOWN : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** A number between 0 and 1, never shown as 0 unless it is. */
  static String share(@Nullable Double value) {
    return value != null && value > 0 && value < 0.0005 ? significant(value) : fixed(value, 3);
  }

  /** As given by the source, without digits that only binary arithmetic adds. */
  static String exact(@Nullable Double value) {
    return value == null
        ? UNKNOWN
        : new BigDecimal(value.toString()).stripTrailingZeros().toPlainString();
  }

  static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
  }

  static String likelyClass(CatalogueEntry entry) {
    String likely = entry.spectralClass();
    Double confidence = entry.classConfidence();
    if (likely == null) {
      return UNKNOWN;
    }
    return confidence == null ? likely : likely + " " + percent(confidence);
  }
}
