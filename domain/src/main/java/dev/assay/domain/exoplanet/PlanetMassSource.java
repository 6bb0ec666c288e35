package dev.assay.domain.exoplanet;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;

/** The ways to know the mass of a planet, best first. */
public enum PlanetMassSource {
  /** Measured. */
  MASS(Basis.MEASURED, "mass", "mass as published", "NASA Exoplanet Archive, pl_bmassprov Mass"),
  /** From m sin i and an inclination. */
  INCLINATION(
      Basis.MEASURED,
      "msini-over-sini",
      "m sin i over the sine of the inclination",
      "NASA Exoplanet Archive, pl_bmassprov Msin(i)/sin(i)"),
  /** From m sin i alone. */
  MINIMUM_MASS(
      Basis.DERIVED,
      "msini",
      "1.155 m sin i, the median if orbits point anywhere; m sin i is the least it can be",
      "NASA Exoplanet Archive, pl_bmassprov Msini"),
  /** Listed without a word on what it is. */
  LISTED(
      Basis.DERIVED,
      "listed",
      "as listed; how it was had is not stated",
      "NASA Exoplanet Archive, pl_bmasse"),
  /** From the radius. */
  RADIUS(Basis.DERIVED, "radius", "from its radius", "Chen & Kipping 2017 ApJ 834 17"),
  /** From a radius that fits many masses. */
  RADIUS_INTERVAL(
      Basis.DERIVED,
      "radius-interval",
      "from its radius, which fits all masses of the interval",
      "Chen & Kipping 2017 ApJ 834 17"),
  /** Estimated by the source. */
  LISTED_RELATION(
      Basis.DERIVED,
      "listed-relation",
      "estimated by the source from a relation of mass and radius",
      "NASA Exoplanet Archive, pl_bmassprov M-R relationship");

  private final Provenance provenance;

  PlanetMassSource(Basis basis, String code, String method, String source) {
    this.provenance = new Provenance(basis, code, method, source);
  }

  /**
   * What to tell a reader.
   *
   * @return method and source
   */
  public Provenance provenance() {
    return provenance;
  }
}
