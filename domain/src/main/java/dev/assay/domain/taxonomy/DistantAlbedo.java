package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.table.Assumptions;

/**
 * Albedo of a body beyond 5.5 au of which only H is known.
 *
 * <p>The largest are covered in fresh ice and bright, all others dark (M&uuml;ller, Lellouch and
 * Fornasier 2020, in The Trans-Neptunian Solar System, 153). Between the two, ln p falls linearly
 * with H: Sedna, Orcus, Quaoar, Gonggong, Varuna, Ixion, Varda and Salacia lie within a factor of
 * two of the line.
 */
final class DistantAlbedo {

  private DistantAlbedo() {}

  /**
   * The albedo at a magnitude.
   *
   * @param h absolute magnitude H (mag)
   * @param assumed the two ends of the line and the scatter about it
   * @return distribution of the geometric albedo
   */
  static LogNormal of(double h, Assumptions assumed) {
    double span = assumed.distantFaintH() - assumed.distantBrightH();
    double part = Math.max(0, Math.min(1, (h - assumed.distantBrightH()) / span));
    double lnAlbedo =
        (1 - part) * Math.log(assumed.distantBrightAlbedo())
            + part * Math.log(assumed.distantFaintAlbedo());
    return new LogNormal(lnAlbedo, assumed.distantAlbedoSigmaLn());
  }
}
