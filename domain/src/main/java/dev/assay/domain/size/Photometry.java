package dev.assay.domain.size;

/**
 * The relation between absolute magnitude H, geometric albedo p and diameter: D = 1329 km
 * p<sup>-1/2</sup> 10<sup>-H/5</sup> (Fowler and Chillemi 1992, IRAS Minor Planet Survey, 17;
 * constant as in Pravec and Harris 2007, Icarus 190, 250, Eq. 3).
 */
public final class Photometry {

  /** Diameter of a body with H = 0 and p = 1 (km). */
  static final double KILOMETRES_AT_ZERO = 1329;

  /** d(ln D)/dH = ln(10)/5 per magnitude. */
  static final double LN_DIAMETER_PER_MAGNITUDE = Math.log(10) / 5;

  private Photometry() {}

  /**
   * Diameter from magnitude and albedo.
   *
   * @param h absolute magnitude H (mag)
   * @param albedo geometric albedo, above 0
   * @return diameter (km)
   */
  public static double diameterKm(double h, double albedo) {
    return KILOMETRES_AT_ZERO / Math.sqrt(albedo) * Math.exp(-LN_DIAMETER_PER_MAGNITUDE * h);
  }

  /**
   * Magnitude from diameter and albedo, the inverse of {@link #diameterKm}.
   *
   * @param diameterKm diameter (km), above 0
   * @param albedo geometric albedo, above 0
   * @return H (mag)
   */
  public static double absoluteMagnitude(double diameterKm, double albedo) {
    return Math.log(KILOMETRES_AT_ZERO / (Math.sqrt(albedo) * diameterKm))
        / LN_DIAMETER_PER_MAGNITUDE;
  }

  /**
   * Relative error of such a diameter: var(ln D) = (ln10/5)&sup2; var(H) + var(ln p)/4.
   *
   * @param sigmaH standard error of H (mag), 0 or more
   * @param sigmaLnAlbedo standard deviation of ln p, 0 or more
   * @return standard deviation of ln D
   */
  public static double sigmaLnDiameter(double sigmaH, double sigmaLnAlbedo) {
    double fromH = LN_DIAMETER_PER_MAGNITUDE * sigmaH;
    double fromAlbedo = sigmaLnAlbedo / 2;
    return Math.sqrt(fromH * fromH + fromAlbedo * fromAlbedo);
  }
}
