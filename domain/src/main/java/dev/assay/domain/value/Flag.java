package dev.assay.domain.value;

/**
 * Where what is known of a body does not fit together. The numbers stay as they are: a flag tells
 * the reader to look twice.
 */
public enum Flag {
  /** Mass (not taken from the diameter) and diameter give a density outside 300..8000 kg/m³. */
  DENSITY("density", "bulk density from mass and diameter outside 300..8000 kg/m3"),
  /** The measured diameter differs from that of H and measured albedo by more than a factor 2. */
  DIAMETER("diameter", "diameter inconsistent with H and albedo by more than a factor 2"),
  /** H and the measured diameter give an albedo that no surface has, above 1 or below 0.01. */
  IMPLIED_ALBEDO("implied-albedo", "H and diameter imply an albedo outside 0.01..1"),
  /** The measured albedo lies more than 3 sigma from those of the body's spectral type. */
  ALBEDO_OF_TYPE("albedo-of-type", "albedo unusual for its spectral type by more than 3 sigma"),
  /** GM and the published masses differ by more than 3 sigma. */
  MASSES("masses", "GM and published masses differ by more than 3 sigma");

  private final String code;
  private final String meaning;

  Flag(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /**
   * The name in exports.
   *
   * @return a lower-case word
   */
  public String code() {
    return code;
  }

  /**
   * What it means.
   *
   * @return a phrase for a reader
   */
  public String meaning() {
    return meaning;
  }
}
