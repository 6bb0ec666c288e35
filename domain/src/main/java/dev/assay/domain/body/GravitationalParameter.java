package dev.assay.domain.body;

/**
 * The product GM of a body, the most direct measure of its mass.
 *
 * @param km3PerS2 GM (km&sup3;/s&sup2;), 1e-30..2000 (Ceres has 62.6, Pluto 870)
 */
public record GravitationalParameter(double km3PerS2) {

  public GravitationalParameter {
    if (!(km3PerS2 >= 1e-30 && km3PerS2 <= 2000)) {
      throw new IllegalArgumentException("GM must be 1e-30..2000 km3/s2, was " + km3PerS2);
    }
  }
}
