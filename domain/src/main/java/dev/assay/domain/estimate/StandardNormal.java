package dev.assay.domain.estimate;

/**
 * The standard normal distribution.
 *
 * <p>The cumulative function is Hart's (1968) double-precision algorithm 5666 as given by West
 * (2005, "Better approximations to cumulative normal functions", Wilmott Magazine, May 2005, 70).
 * It is called a hundred times per body; the error function of commons-math3, which sums a series
 * to its last digit, takes about fifty times as long and made up nearly all of a valuation.
 */
public final class StandardNormal {

  private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

  /** Beyond this the tail is below the smallest double. */
  private static final double FARTHEST = 37;

  /** Where the rational function hands over to the continued fraction. */
  private static final double RATIONAL_LIMIT = 7.07106781186547;

  private StandardNormal() {}

  /**
   * The cumulative distribution function.
   *
   * @param z any number
   * @return the probability of a value up to z, to about 1e-15
   */
  public static double cumulative(double z) {
    return cumulative(z, bell(z));
  }

  /**
   * The bell curve without its factor, which both the cumulative function and the density are made
   * of: whoever needs both computes the exponential once.
   *
   * @param z any number
   * @return exp(-z&sup2;/2)
   */
  public static double bell(double z) {
    return Math.exp(-0.5 * z * z);
  }

  /**
   * The cumulative distribution function.
   *
   * @param z any number
   * @param bell {@link #bell} of z
   * @return the probability of a value up to z, to about 1e-15
   */
  public static double cumulative(double z, double bell) {
    double distance = Math.abs(z);
    double tail = distance > FARTHEST ? 0 : tail(distance, bell);
    return z > 0 ? 1 - tail : tail;
  }

  private static double tail(double distance, double exponential) {
    if (distance < RATIONAL_LIMIT) {
      return exponential * numerator(distance) / denominator(distance);
    }
    double fraction = distance + 0.65;
    for (int k = 4; k >= 1; k--) {
      fraction = distance + k / fraction;
    }
    return exponential / (fraction * SQRT_TWO_PI);
  }

  // Written out and not as loops over arrays, which the first compiler does not unroll: a tenth of
  // the time of a measured asteroid's valuation.

  private static double numerator(double x) {
    double sum = 3.52624965998911e-2 * x + 0.700383064443688;
    sum = sum * x + 6.37396220353165;
    sum = sum * x + 33.912866078383;
    sum = sum * x + 112.079291497871;
    sum = sum * x + 221.213596169931;
    return sum * x + 220.206867912376;
  }

  private static double denominator(double x) {
    double sum = 8.83883476483184e-2 * x + 1.75566716318264;
    sum = sum * x + 16.064177579207;
    sum = sum * x + 86.7807322029461;
    sum = sum * x + 296.564248779674;
    sum = sum * x + 637.333633378831;
    sum = sum * x + 793.826512519948;
    return sum * x + 440.413735824752;
  }

  /**
   * The probability density.
   *
   * @param z any number
   * @return the density at z
   */
  public static double density(double z) {
    return densityOf(bell(z));
  }

  /**
   * The probability density.
   *
   * @param bell {@link #bell} of some z
   * @return the density at that z
   */
  public static double densityOf(double bell) {
    return bell / SQRT_TWO_PI;
  }
}
