package dev.assay.domain.mass;

/**
 * One published mass determination.
 *
 * @param kilograms mass (kg), positive and finite
 * @param sigmaKilograms one standard deviation (kg), positive and finite; may exceed the mass
 */
public record MassMeasurement(double kilograms, double sigmaKilograms) {

  public MassMeasurement {
    if (!(kilograms > 0 && kilograms < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mass must be positive and finite, was " + kilograms);
    }
    if (!(sigmaKilograms > 0 && sigmaKilograms < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "sigma must be positive and finite, was " + sigmaKilograms);
    }
  }
}
