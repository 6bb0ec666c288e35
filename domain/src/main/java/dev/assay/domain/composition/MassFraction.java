package dev.assay.domain.composition;

/**
 * A share of a body's mass.
 *
 * @param value the central value, 0..1
 * @param low lower end of the central 68 %, 0..value
 * @param high upper end of the central 68 %, value..1
 */
public record MassFraction(double value, double low, double high) {

  public MassFraction {
    if (!(0 <= low && low <= value && value <= high && high <= 1)) {
      throw new IllegalArgumentException(
          "must be 0 <= low <= value <= high <= 1, was " + low + " " + value + " " + high);
    }
  }

  /**
   * Half of the central 68 % interval.
   *
   * @return one standard deviation, 0 or more
   */
  public double sigma() {
    return (high - low) / 2;
  }
}
