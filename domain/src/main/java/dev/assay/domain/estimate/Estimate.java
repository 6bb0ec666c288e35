package dev.assay.domain.estimate;

import java.util.Objects;

/**
 * A quantity with its uncertainty and its provenance.
 *
 * <p>The error is log-normal: the quantity lies with 68 % probability between {@code median *
 * exp(-sigmaLn)} and {@code median * exp(sigmaLn)}.
 *
 * @param median the central value
 * @param sigmaLn one standard deviation of the natural logarithm; finite, 0 or more
 * @param provenance where the value came from
 * @param <Q> the quantity estimated
 */
public record Estimate<Q extends Quantity<Q>>(Q median, double sigmaLn, Provenance provenance) {

  public Estimate {
    Objects.requireNonNull(median, "median");
    Objects.requireNonNull(provenance, "provenance");
    if (!(sigmaLn >= 0 && sigmaLn < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("sigmaLn must be finite and >= 0, was " + sigmaLn);
    }
  }

  /**
   * The lower end of the central 68 % interval.
   *
   * @return the 16th percentile
   */
  public Q low() {
    return median.scaledBy(Math.exp(-sigmaLn));
  }

  /**
   * The upper end of the central 68 % interval.
   *
   * @return the 84th percentile
   */
  public Q high() {
    return median.scaledBy(Math.exp(sigmaLn));
  }
}
