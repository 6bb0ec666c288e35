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

  private static final double[] NUMERATOR = {
    3.52624965998911e-2,
    0.700383064443688,
    6.37396220353165,
    33.912866078383,
    112.079291497871,
    221.213596169931,
    220.206867912376
  };
  private static final double[] DENOMINATOR = {
    8.83883476483184e-2,
    1.75566716318264,
    16.064177579207,
    86.7807322029461,
    296.564248779674,
    637.333633378831,
    793.826512519948,
    440.413735824752
  };

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
      return exponential * polynomial(NUMERATOR, distance) / polynomial(DENOMINATOR, distance);
    }
    double fraction = distance + 0.65;
    for (int k = 4; k >= 1; k--) {
      fraction = distance + k / fraction;
    }
    return exponential / (fraction * SQRT_TWO_PI);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (double coefficient : coefficients) {
      sum = sum * x + coefficient;
    }
    return sum;
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
