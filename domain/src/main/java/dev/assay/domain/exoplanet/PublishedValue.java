package dev.assay.domain.exoplanet;

import org.jspecify.annotations.Nullable;

/**
 * A value with its errors as the NASA Exoplanet Archive publishes it.
 *
 * @param value the value, in the unit of its field
 * @param errorPlus distance to the upper error bound, 0 or more; null if not stated
 * @param errorMinus distance to the lower error bound, 0 or more; null if not stated
 * @param limit whether the value is a measurement or a bound
 */
public record PublishedValue(
    double value, @Nullable Double errorPlus, @Nullable Double errorMinus, Limit limit) {

  /** What a value says about the true one. */
  public enum Limit {
    /** The true value is about this. */
    NONE,
    /** The true value is at most this. */
    UPPER,
    /** The true value is at least this. */
    LOWER
  }
}
