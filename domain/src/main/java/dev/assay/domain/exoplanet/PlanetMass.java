package dev.assay.domain.exoplanet;

/**
 * The mass of a planet and how it is known.
 *
 * @param earths the mass (Earth masses)
 * @param source how it is known
 */
public record PlanetMass(PlanetValue earths, PlanetMassSource source) {

  /**
   * Whether the planet itself was weighed.
   *
   * @return false for lower limits and for what was estimated from a radius
   */
  public boolean isMeasured() {
    return source == PlanetMassSource.MASS || source == PlanetMassSource.INCLINATION;
  }
}
