package dev.assay.domain.value;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;

/**
 * Gross in-situ value: what all of a body would fetch at Earth's prices. A headline, not money that
 * anyone can recover.
 *
 * @param usd expectation over the classes the body may have (US dollars), 0 or more
 * @param lowUsd 16th percentile of the mixture over classes (US dollars); NaN if the model states
 *     no interval
 * @param highUsd 84th percentile (US dollars); NaN if the model states no interval
 * @param provenance how it was computed
 */
public record GrossValue(double usd, double lowUsd, double highUsd, Provenance provenance) {

  /** Where the interval begins and ends, in standard deviations of a normal distribution. */
  static final double LOW = -1;

  static final double HIGH = 1;

  private static final Provenance CLASS_WEIGHTED =
      new Provenance(
          Basis.DERIVED,
          "class-weighted",
          "mass x composition x price, expectation over classes; not recoverable",
          "composition and price tables");

  public GrossValue {
    boolean unstated = Double.isNaN(lowUsd) && Double.isNaN(highUsd);
    boolean ordered = lowUsd >= 0 && highUsd >= lowUsd && highUsd < Double.POSITIVE_INFINITY;
    if (!(usd >= 0 && usd < Double.POSITIVE_INFINITY && (unstated || ordered))) {
      throw new IllegalArgumentException("not a value: " + usd + " " + lowUsd + " " + highUsd);
    }
  }

  /**
   * What Assay's own model finds.
   *
   * @param usd expectation over the classes the body may have (US dollars), 0 or more
   * @param lowUsd 16th percentile of the mixture over classes (US dollars)
   * @param highUsd 84th percentile (US dollars)
   * @return the value
   */
  static GrossValue ofClasses(double usd, double lowUsd, double highUsd) {
    return new GrossValue(usd, lowUsd, highUsd, CLASS_WEIGHTED);
  }

  /**
   * A value from a model that states no uncertainty.
   *
   * @param usd the value (US dollars), 0 or more
   * @param provenance how it was computed
   * @return the value without an interval
   */
  public static GrossValue withoutInterval(double usd, Provenance provenance) {
    return new GrossValue(usd, Double.NaN, Double.NaN, provenance);
  }

  /**
   * The value of a body with more mass and otherwise alike.
   *
   * @param factor ratio of the masses, positive and finite
   * @return value and interval multiplied
   */
  GrossValue scaledBy(double factor) {
    return new GrossValue(usd * factor, lowUsd * factor, highUsd * factor, provenance);
  }

  /**
   * Whether the model states an interval.
   *
   * @return false if low and high are NaN
   */
  public boolean hasInterval() {
    return !Double.isNaN(lowUsd);
  }
}
