package dev.assay.domain.mission;

/**
 * The market for one metal on Earth: p = p<sub>0</sub>(1 + q/s)<sup>1/&epsilon;</sup> for a yearly
 * addition q to the world supply s (constant elasticity &epsilon; &lt; 0 of demand).
 *
 * <p>For |&epsilon;| &lt; 1 the revenue pq has a maximum, at q/s = 1/(1/|&epsilon;| - 1); a seller
 * keeps back what lies beyond, so the revenue stays there: for &epsilon; = -0.55 it is 0.2862
 * p<sub>0</sub>s at q = 1.222 s, however large the asteroid.
 */
final class Saturation {

  /** Up to here a series is as good as the power, and ten times as fast. */
  private static final double SMALL = 1e-5;

  private final double exponent;
  private final double largestRatio;

  /**
   * A market.
   *
   * @param elasticity &epsilon;, below 0
   */
  Saturation(double elasticity) {
    this.exponent = 1 / elasticity;
    this.largestRatio = exponent < -1 ? 1 / (-exponent - 1) : Double.POSITIVE_INFINITY;
  }

  /**
   * Revenue per dollar that it would be at the undisturbed price.
   *
   * @param ratio q/s, 0 or more
   * @return p q / (p<sub>0</sub> q), at most 1
   */
  double share(double ratio) {
    if (ratio < SMALL) {
      return 1 + exponent * ratio * (1 + (exponent - 1) / 2 * ratio);
    }
    double sold = Math.min(ratio, largestRatio);
    return Math.pow(1 + sold, exponent) * (sold / ratio);
  }

  /** 1/elasticity, below 0. */
  double exponent() {
    return exponent;
  }

  /** q/s of the highest revenue; infinite if revenue always grows. */
  double largestRatio() {
    return largestRatio;
  }
}
