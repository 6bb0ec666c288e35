package dev.assay.domain.body;

import org.jspecify.annotations.Nullable;

/**
 * Absolute magnitude H with its standard error.
 *
 * @param magnitudes H (mag), -5..50
 * @param sigmaMagnitudes one standard deviation (mag), 0 or more; null if not stated
 */
public record AbsoluteMagnitude(double magnitudes, @Nullable Double sigmaMagnitudes) {

  public AbsoluteMagnitude {
    if (!(magnitudes >= -5 && magnitudes <= 50)) {
      throw new IllegalArgumentException("H must be within -5..50 mag, was " + magnitudes);
    }
    if (sigmaMagnitudes != null && !(sigmaMagnitudes >= 0 && sigmaMagnitudes <= 20)) {
      throw new IllegalArgumentException("sigma of H must be 0..20 mag, was " + sigmaMagnitudes);
    }
  }
}
