package dev.assay.domain.size;

import dev.assay.domain.estimate.LogNormal;

/**
 * The relation between absolute magnitude H, geometric albedo p and diameter: D = 1329 km
 * p<sup>-1/2</sup> 10<sup>-H/5</sup> (Fowler and Chillemi 1992, IRAS Minor Planet Survey, 17;
 * constant as in Pravec and Harris 2007, Icarus 190, 250, Eq. 3).
 */
public final class Photometry {

  /** Diameter of a body with H = 0 and p = 1 (km). */
  static final double KILOMETRES_AT_ZERO = 1329;

  private static final double LN_KILOMETRES_AT_ZERO = Math.log(KILOMETRES_AT_ZERO);

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
   * How much larger a body is than one of the same albedo and another magnitude.
   *
   * @param h absolute magnitude H of the body (mag)
   * @param reference that of the other (mag)
   * @return ratio of the diameters, 10<sup>(reference - h)/5</sup>
   */
  public static double sizeRatio(double h, double reference) {
    return Math.exp(LN_DIAMETER_PER_MAGNITUDE * (reference - h));
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
   * Diameter from magnitude and albedo with their errors: var(ln D) = (ln10/5)&sup2; var(H) +
   * var(ln p)/4.
   *
   * @param h absolute magnitude H (mag)
   * @param sigmaH its standard error (mag), 0 or more
   * @param albedo distribution of the geometric albedo
   * @return distribution of the diameter (km)
   */
  public static LogNormal diameter(double h, double sigmaH, LogNormal albedo) {
    double fromH = sigmaLnDiameter(sigmaH);
    double fromAlbedo = albedo.sigmaLn() / 2;
    return new LogNormal(
        LN_KILOMETRES_AT_ZERO - LN_DIAMETER_PER_MAGNITUDE * h - albedo.mu() / 2,
        Math.sqrt(fromH * fromH + fromAlbedo * fromAlbedo));
  }

  /**
   * What the error of a magnitude contributes to that of a diameter.
   *
   * @param sigmaH standard error of H (mag), 0 or more
   * @return standard deviation of ln D
   */
  public static double sigmaLnDiameter(double sigmaH) {
    return LN_DIAMETER_PER_MAGNITUDE * sigmaH;
  }
}
