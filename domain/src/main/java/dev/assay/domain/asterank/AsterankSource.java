package dev.assay.domain.asterank;

import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;

/** Where the numbers of Asterank come from that Assay computes otherwise. */
public enum AsterankSource {
  /** Diameter from H alone. */
  DEFAULT_ALBEDO(
      Basis.DERIVED,
      "asterank-default-albedo",
      "D = 1329 km p^-1/2 10^(-H/5), albedo 0.15 whatever the class"),
  /** Mass from GM. */
  GM(Basis.DERIVED, "asterank-gm", "M = GM/6.673e-20; above 1e18 kg a millionth of it"),
  /** Mass from diameter and density. */
  DIAMETER_DENSITY(
      Basis.DERIVED,
      "asterank-diameter-density",
      "M = 1e15 pi (D/2)^3 rho/6, 125 times what the diameter and density give"),
  /** Mass without anything to go by. */
  DEFAULT_MASS(Basis.ASSUMED, "asterank-default-mass", "1.47e15 kg, nothing being known"),
  /** Gross value. */
  PRICES(
      Basis.DERIVED,
      "asterank-prices",
      "mass x percent/100 x price, Asterank's own percent and prices");

  private final Provenance provenance;

  AsterankSource(Basis basis, String code, String method) {
    this.provenance = new Provenance(basis, code, method, "github.com/typpo/asterank");
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
