package dev.assay.domain.estimate;

/**
 * A positive physical quantity whose unit stands in the name of its component.
 *
 * @param <Q> the quantity itself
 */
public interface Quantity<Q extends Quantity<Q>> {

  /**
   * The same quantity multiplied by a factor.
   *
   * @param factor dimensionless, positive and finite
   * @return the scaled quantity
   */
  Q scaledBy(double factor);
}
