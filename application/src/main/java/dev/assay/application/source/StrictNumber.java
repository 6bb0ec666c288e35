package dev.assay.application.source;

import java.util.OptionalDouble;

/**
 * Reads a decimal number as published tables write it: an optional sign, digits with an optional
 * point ({@code .0711}, {@code 8.}), an optional exponent.
 *
 * <p>{@link Double#parseDouble} alone is too generous: it takes {@code NaN}, {@code Infinity},
 * {@code 1d} and {@code 0x1p3}.
 */
final class StrictNumber {

  private static final double[] POWERS_OF_TEN = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Every integer up to here is a double. */
  private static final long LARGEST_EXACT = 1L << 53;

  private static final long LARGEST_COLLECTED = Long.MAX_VALUE / 10 - 1;
  private static final int LARGEST_EXPONENT = 9999;

  private final String text;
  private int at;
  private long mantissa;
  private boolean mantissaComplete = true;
  private int exponent;

  private StrictNumber(String text) {
    this.text = text;
  }

  /**
   * Reads a number.
   *
   * @return the nearest double; empty if the text is not a number or too large for a double
   */
  static OptionalDouble parse(String text) {
    return new StrictNumber(text).parse();
  }

  private OptionalDouble parse() {
    boolean negative = sign();
    int digits = digits(0);
    if (take('.')) {
      digits += digits(1);
    }
    if (digits == 0 || !exponent() || at < text.length()) {
      return OptionalDouble.empty();
    }
    double value = value(negative);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Collects digits; each lowers the exponent by the given step. */
  private int digits(int step) {
    int start = at;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      if (mantissa <= LARGEST_COLLECTED) {
        mantissa = mantissa * 10 + digit;
        exponent -= step;
      } else {
        mantissaComplete = false;
      }
      at++;
    }
    return at - start;
  }

  private boolean exponent() {
    if (!take('e') && !take('E')) {
      return true;
    }
    boolean negative = sign();
    int start = at;
    int written = 0;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      written = Math.min(LARGEST_EXPONENT, written * 10 + digit);
      at++;
    }
    exponent += negative ? -written : written;
    return at > start;
  }

  /**
   * Mantissa and power of ten are both exact doubles in most published numbers; then one operation
   * rounds once, to the nearest double (Clinger 1990, "How to read floating point numbers
   * accurately", PLDI), several times faster than the general way.
   */
  private double value(boolean negative) {
    boolean exact = mantissaComplete && mantissa <= LARGEST_EXACT;
    if (!exact || Math.abs(exponent) >= POWERS_OF_TEN.length) {
      return Double.parseDouble(text);
    }
    double power = POWERS_OF_TEN[Math.abs(exponent)];
    double magnitude = exponent < 0 ? mantissa / power : mantissa * power;
    return negative ? -magnitude : magnitude;
  }

  private boolean sign() {
    boolean negative = take('-');
    if (!negative) {
      take('+');
    }
    return negative;
  }

  private boolean take(char expected) {
    boolean found = at < text.length() && text.charAt(at) == expected;
    if (found) {
      at++;
    }
    return found;
  }

  private int digit() {
    int digit = at < text.length() ? text.charAt(at) - '0' : -1;
    return digit <= 9 ? digit : -1;
  }
}
