package dev.assay.domain.mass;

import dev.assay.domain.estimate.Quantity;

/**
 * A mass.
 *
 * @param kilograms positive and finite
 */
public record Mass(double kilograms) implements Quantity<Mass> {

  public Mass {
    if (!(kilograms > 0 && kilograms < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mass must be positive and finite, was " + kilograms);
    }
  }

  @Override
  public Mass scaledBy(double factor) {
    return new Mass(kilograms * factor);
  }
}
