package dev.assay.domain.body;

import org.jspecify.annotations.Nullable;

/**
 * A published effective diameter with its standard error.
 *
 * @param kilometres diameter (km), 1 mm to 20 000 km
 * @param sigmaKilometres one standard deviation (km), 0 or more; null if not stated
 */
public record MeasuredDiameter(double kilometres, @Nullable Double sigmaKilometres) {

  public MeasuredDiameter {
    if (!(kilometres >= 1e-6 && kilometres <= 20_000)) {
      throw new IllegalArgumentException("diameter must be 1e-6..20000 km, was " + kilometres);
    }
    if (sigmaKilometres != null && !(sigmaKilometres >= 0 && sigmaKilometres <= 20_000)) {
      throw new IllegalArgumentException("sigma must be 0..20000 km, was " + sigmaKilometres);
    }
  }
}
