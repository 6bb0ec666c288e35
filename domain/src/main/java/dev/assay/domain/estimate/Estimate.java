package dev.assay.domain.estimate;

import java.util.Objects;

/**
 * A quantity with its uncertainty and its provenance.
 *
 * <p>The error is log-normal: the quantity lies with 68 % probability between {@code median *
 * exp(-sigmaLn)} and {@code median * exp(sigmaLn)}. Where whoever made the estimate states no
 * error, none is made up: sigmaLn is {@link #UNSTATED} and there is no interval.
 *
 * @param median the central value
 * @param sigmaLn one standard deviation of the natural logarithm, finite and 0 or more; {@link
 *     #UNSTATED} if whoever made the estimate states none
 * @param provenance where the value came from
 * @param <Q> the quantity estimated
 */
public record Estimate<Q extends Quantity<Q>>(Q median, double sigmaLn, Provenance provenance) {

  /**
   * Stands for an error that is not stated; not a number, so that nothing can be computed of it.
   */
  public static final double UNSTATED = Double.NaN;

  public Estimate {
    Objects.requireNonNull(median, "median");
    Objects.requireNonNull(provenance, "provenance");
    if (sigmaLn < 0 || sigmaLn == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "sigmaLn must be finite and >= 0, or unstated, was " + sigmaLn);
    }
  }

  /**
   * Whether an error is stated.
   *
   * @return false if sigmaLn is {@link #UNSTATED}
   */
  public boolean hasUncertainty() {
    return !Double.isNaN(sigmaLn);
  }

  /**
   * The lower end of the central 68 % interval.
   *
   * @return the 16th percentile
   * @throws IllegalStateException if no error is stated
   */
  public Q low() {
    requireUncertainty();
    return median.scaledBy(Math.exp(-sigmaLn));
  }

  /**
   * The upper end of the central 68 % interval.
   *
   * @return the 84th percentile
   * @throws IllegalStateException if no error is stated
   */
  public Q high() {
    requireUncertainty();
    return median.scaledBy(Math.exp(sigmaLn));
  }

  /**
   * The estimate of something larger by a factor that is known exactly.
   *
   * @param factor positive and finite
   * @return the same with its median multiplied
   */
  public Estimate<Q> scaledBy(double factor) {
    return new Estimate<>(median.scaledBy(factor), sigmaLn, provenance);
  }

  private void requireUncertainty() {
    if (!hasUncertainty()) {
      throw new IllegalStateException("no error is stated for " + median);
    }
  }
}
