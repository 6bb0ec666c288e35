package dev.assay.domain.mass;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;

/** The ways to know a mass, best first. */
public enum MassSource {
  /** From GM. */
  GM(new Provenance(Basis.MEASURED, "gm", "M = GM/G", "SBDB; G of CODATA 2018")),
  /** Published masses, combined. */
  COMBINED_MEASUREMENTS(
      new Provenance(
          Basis.MEASURED,
          "combined-measurements",
          "published masses, weighted by their errors",
          "mass table, see Carry 2012")),
  /** From its diameter and the density of its class. */
  DIAMETER_DENSITY(
      new Provenance(
          Basis.DERIVED,
          "diameter-density",
          "M = pi/6 D^3 rho, density from its class",
          "densities after Carry 2012"));

  private final Provenance provenance;

  MassSource(Provenance provenance) {
    this.provenance = provenance;
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
