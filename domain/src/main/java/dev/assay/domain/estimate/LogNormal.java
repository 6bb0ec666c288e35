package dev.assay.domain.estimate;

/**
 * A log-normal distribution.
 *
 * @param median its median; positive and finite, in the unit of whatever it describes
 * @param sigmaLn standard deviation of the natural logarithm; finite, 0 or more
 */
public record LogNormal(double median, double sigmaLn) {

  private static final double SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

  public LogNormal {
    if (!(median > 0 && median < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("median must be positive and finite, was " + median);
    }
    if (!(sigmaLn >= 0 && sigmaLn < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sigmaLn must be finite and >= 0, was " + sigmaLn);
    }
  }

  /**
   * The natural logarithm of the median.
   *
   * @return the mean of ln x
   */
  public double mu() {
    return Math.log(median);
  }

  /**
   * The density with respect to ln x, which is what a comparison between classes needs.
   *
   * @param x a positive value
   * @return the normal density of ln x; 0 or more
   */
  public double densityOfLn(double x) {
    double z = (Math.log(x) - mu()) / sigmaLn;
    return Math.exp(-0.5 * z * z) / (sigmaLn * SQRT_TWO_PI);
  }
}
