package dev.assay.domain.size;

import dev.assay.domain.estimate.Quantity;

/**
 * An effective diameter: that of the sphere of equal volume.
 *
 * @param kilometres positive and finite (km)
 */
public record Diameter(double kilometres) implements Quantity<Diameter> {

  public Diameter {
    if (!(kilometres > 0 && kilometres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("diameter must be positive and finite, was " + kilometres);
    }
  }

  @Override
  public Diameter scaledBy(double factor) {
    return new Diameter(kilometres * factor);
  }
}
