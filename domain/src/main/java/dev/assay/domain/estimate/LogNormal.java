package dev.assay.domain.estimate;

/**
 * A log-normal distribution, kept as mean and width of the logarithm because the formulae multiply.
 *
 * @param mu mean of ln x, finite; negative infinity for a quantity that is certainly 0
 * @param sigmaLn standard deviation of ln x; finite, 0 or more
 */
public record LogNormal(double mu, double sigmaLn) {

  public LogNormal {
    if (!(mu < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mu must be finite or negative infinity, was " + mu);
    }
    if (!(sigmaLn >= 0 && sigmaLn < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sigmaLn must be finite and >= 0, was " + sigmaLn);
    }
  }

  /**
   * The distribution with a median.
   *
   * @param median 0 or more, finite
   * @param sigmaLn standard deviation of ln x, 0 or more
   * @return the distribution
   */
  public static LogNormal ofMedian(double median, double sigmaLn) {
    return new LogNormal(Math.log(median), sigmaLn);
  }

  /**
   * The distribution with a median and a linear standard error, as measurements state it.
   *
   * @param median above 0, finite
   * @param sigma standard error in the unit of the median, 0 or more
   * @return the distribution with var(ln x) = ln(1 + (sigma/median)&sup2;)
   */
  public static LogNormal ofMeasurement(double median, double sigma) {
    double relative = sigma / median;
    return ofMedian(median, Math.sqrt(Math.log1p(relative * relative)));
  }

  /**
   * The median.
   *
   * @return exp(mu), 0 or more
   */
  public double median() {
    return Math.exp(mu);
  }

  /**
   * The distribution of the product of two independent quantities.
   *
   * @param other the other one
   * @return mus added, variances added
   */
  public LogNormal times(LogNormal other) {
    double variance = sigmaLn * sigmaLn + other.sigmaLn * other.sigmaLn;
    return new LogNormal(mu + other.mu, Math.sqrt(variance));
  }

  /**
   * The logarithm of the normal density of ln x, without the constant common to all.
   *
   * @param lnX the natural logarithm of a value
   * @return -(ln x - mu)&sup2;/2sigma&sup2; - ln sigma; sigma must be above 0
   */
  public double logDensityOfLn(double lnX) {
    double z = (lnX - mu) / sigmaLn;
    return -0.5 * z * z - Math.log(sigmaLn);
  }
}
