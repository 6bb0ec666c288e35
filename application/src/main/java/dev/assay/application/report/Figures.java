package dev.assay.application.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers for readers: three significant digits, thousands apart, a dash for what is not known. */
final class Figures {

  static final String UNKNOWN = "\u2013";

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Figures() {}

  static String significant(@Nullable Double value) {
    if (value == null) {
      return UNKNOWN;
    }
    double size = Math.abs(value);
    if (size != 0 && (size >= 1e5 || size < 1e-3)) {
      return String.format(Locale.ROOT, "%.2e", value).replace("e+", "e").replace("e0", "e");
    }
    return new BigDecimal(value).round(THREE_DIGITS).toPlainString();
  }

  static String interval(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
    String text = significant(value);
    return low == null || high == null
        ? text
        : text + " (" + significant(low) + " to " + significant(high) + ")";
  }

  /** A median with the interval that its log-normal error makes. */
  static String spread(@Nullable Double median, @Nullable Double sigmaLn) {
    return median == null || sigmaLn == null
        ? significant(median)
        : interval(median, median * Math.exp(-sigmaLn), median * Math.exp(sigmaLn));
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static String share(long part, long whole) {
    if (whole == 0 || part == 0) {
      return whole == 0 ? UNKNOWN : "0 %";
    }
    double percent = 100.0 * part / whole;
    return percent < 0.1 ? "under 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  static String factor(double ratio) {
    return ratio >= 1 ? "\u00d7" + significant(ratio) : "\u00f7" + significant(1 / ratio);
  }

  /** An edge as it is, without trailing zeros. */
  static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
  }

  /** A power of ten. */
  static String power(double value) {
    double exponent = Math.log10(value);
    return exponent > -4 && exponent < 6
        ? plain(value)
        : String.format(Locale.ROOT, "1e%d", Math.round(exponent));
  }
}
