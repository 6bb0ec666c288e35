package dev.assay.domain.deltav;

import dev.assay.domain.estimate.Quantity;

/**
 * A change of velocity.
 *
 * @param kmPerSecond positive and finite (km/s)
 */
public record DeltaV(double kmPerSecond) implements Quantity<DeltaV> {

  public DeltaV {
    if (!(kmPerSecond > 0 && kmPerSecond < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("delta-v must be positive and finite, was " + kmPerSecond);
    }
  }

  @Override
  public DeltaV scaledBy(double factor) {
    return new DeltaV(kmPerSecond * factor);
  }
}
