package dev.assay.domain.size;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;

/** The ways to know a diameter, best first. */
public enum DiameterSource {
  /** Measured. */
  MEASURED(new Provenance(Basis.MEASURED, "measured", "measured", "SBDB")),
  /** From H and a measured albedo. */
  H_ALBEDO(
      new Provenance(
          Basis.DERIVED,
          "h-albedo",
          "D = 1329 km p^-1/2 10^(-H/5), H and albedo measured",
          "Fowler & Chillemi 1992; Pravec & Harris 2007")),
  /** From H and the albedo of its class. */
  H_CLASS_ALBEDO(
      new Provenance(
          Basis.DERIVED,
          "h-class-albedo",
          "D = 1329 km p^-1/2 10^(-H/5), albedo from its class",
          "Fowler & Chillemi 1992; Pravec & Harris 2007"));

  private final Provenance provenance;

  DiameterSource(Provenance provenance) {
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
