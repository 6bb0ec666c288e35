package dev.assay.domain.exoplanet;

import org.jspecify.annotations.Nullable;

/**
 * A positive quantity of a planet with its central 68 % interval, which need not be symmetric. A
 * median without an interval is a value whose error is not stated; an interval without a median is
 * all that is known.
 *
 * @param median central value; null if only the interval is known
 * @param low lower end of the interval; null if no error is stated
 * @param high upper end of the interval; null if no error is stated
 */
public record PlanetValue(@Nullable Double median, @Nullable Double low, @Nullable Double high) {

  /** Checks that there is something and that it is in order. */
  public PlanetValue {
    if (median == null && (low == null || high == null)) {
      throw new IllegalArgumentException("neither a median nor an interval");
    }
    double lowest = low != null ? low : median != null ? median : Double.NaN;
    double highest = high != null ? high : median != null ? median : Double.NaN;
    double middle = median != null ? median : lowest;
    if (!(lowest > 0 && lowest <= middle && middle <= highest && highest < Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "must be positive and in order: " + low + ", " + median + ", " + high);
    }
  }

  /**
   * A published value with its errors. Where the lower error is as large as the value, so that
   * value - error would not be positive, the lower end is value/(1 + error/value).
   *
   * @param published not a bound; its value above 0 and finite
   * @return median and, if both errors are stated, interval
   */
  public static PlanetValue of(PublishedValue published) {
    double value = published.value();
    Double plus = published.errorPlus();
    Double minus = published.errorMinus();
    if (plus == null || minus == null || !isError(plus) || !isError(minus)) {
      return new PlanetValue(value, null, null);
    }
    double low = minus < value ? value - minus : value / (1 + minus / value);
    return new PlanetValue(value, low, value + plus);
  }

  private static boolean isError(double error) {
    return error >= 0 && error < Double.POSITIVE_INFINITY;
  }

  /** How far below the median the interval reaches: ln(median/low); 0 if no error is stated. */
  double lnBelow() {
    return median == null || low == null ? 0 : Math.log(median / low);
  }

  /** How far above the median the interval reaches: ln(high/median); 0 if no error is stated. */
  double lnAbove() {
    return median == null || high == null ? 0 : Math.log(high / median);
  }

  /**
   * The product with an independent quantity: medians multiplied, the ends added in quadrature of
   * their logarithms.
   *
   * @param factor median of the other quantity
   * @param lnBelow ln of its median over its lower end
   * @param lnAbove ln of its upper end over its median
   */
  PlanetValue times(double factor, double lnBelow, double lnAbove) {
    if (median == null) {
      throw new IllegalStateException("no median to multiply");
    }
    double product = median * factor;
    return new PlanetValue(
        product,
        product * Math.exp(-Math.hypot(lnBelow(), lnBelow)),
        product * Math.exp(Math.hypot(lnAbove(), lnAbove)));
  }
}
