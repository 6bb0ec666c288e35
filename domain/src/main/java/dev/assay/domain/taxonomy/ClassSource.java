package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;

/** What the class of a body can rest on, best first. */
public enum ClassSource {
  /** A spectral type. */
  SPECTRAL_TYPE(
      new Provenance(
          Basis.MEASURED,
          "spectral-type",
          "spectral type",
          "SBDB: SMASSII (Bus & Binzel 2002) or Tholen 1984")),
  /** Its zone and its albedo. */
  ZONE_ALBEDO(
      new Provenance(
          Basis.DERIVED,
          "zone-albedo",
          "class shares of its orbital zone, sharpened by its albedo (Bayes)",
          "albedo templates of Mahlke et al. 2022; class shares: judgement")),
  /** Its zone alone. */
  ZONE(
      new Provenance(
          Basis.ASSUMED, "zone", "class shares of its orbital zone", "judgement, see the zone"));

  private final Provenance provenance;

  ClassSource(Provenance provenance) {
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
