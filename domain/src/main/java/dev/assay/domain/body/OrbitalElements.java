package dev.assay.domain.body;

/**
 * Shape, size and tilt of a heliocentric orbit.
 *
 * @param semiMajorAxisAu semi-major axis a (au): positive for e &lt; 1, negative for e &gt; 1,
 *     infinite for e = 1
 * @param eccentricity eccentricity e, 0 or more
 * @param inclinationDeg inclination i to the ecliptic (degrees), 0..180
 * @param perihelionAu perihelion distance q (au), positive
 */
public record OrbitalElements(
    double semiMajorAxisAu, double eccentricity, double inclinationDeg, double perihelionAu) {

  public OrbitalElements {
    require(eccentricity >= 0 && Double.isFinite(eccentricity), "eccentricity", eccentricity);
    require(inclinationDeg >= 0 && inclinationDeg <= 180, "inclination (degrees)", inclinationDeg);
    require(perihelionAu > 0 && Double.isFinite(perihelionAu), "perihelion (au)", perihelionAu);
    boolean sizeFitsShape =
        eccentricity < 1
            ? semiMajorAxisAu > 0 && Double.isFinite(semiMajorAxisAu)
            : eccentricity > 1 ? semiMajorAxisAu < 0 : Double.isInfinite(semiMajorAxisAu);
    require(sizeFitsShape, "semi-major axis (au)", semiMajorAxisAu);
  }

  /**
   * An orbit from its semi-major axis.
   *
   * @param semiMajorAxisAu a (au)
   * @param eccentricity e, not 1
   * @param inclinationDeg i (degrees), 0..180
   * @return the orbit, with q = a(1 - e)
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static OrbitalElements of(
      double semiMajorAxisAu, double eccentricity, double inclinationDeg) {
    return new OrbitalElements(
        semiMajorAxisAu, eccentricity, inclinationDeg, semiMajorAxisAu * (1 - eccentricity));
  }

  /**
   * An orbit from its perihelion distance, the only size a parabolic orbit has.
   *
   * @param perihelionAu q (au)
   * @param eccentricity e
   * @param inclinationDeg i (degrees), 0..180
   * @return the orbit, with a = q/(1 - e), infinite for e = 1
   * @throws IllegalArgumentException if a value is out of its range
   */
  public static OrbitalElements ofPerihelion(
      double perihelionAu, double eccentricity, double inclinationDeg) {
    double a = eccentricity == 1 ? Double.POSITIVE_INFINITY : perihelionAu / (1 - eccentricity);
    return new OrbitalElements(a, eccentricity, inclinationDeg, perihelionAu);
  }

  /**
   * Whether the body returns.
   *
   * @return true for e &lt; 1
   */
  public boolean isElliptic() {
    return eccentricity < 1;
  }

  /**
   * Aphelion distance.
   *
   * @return Q = a(1 + e) in au; infinite for e of 1 or more
   */
  public double aphelionAu() {
    return isElliptic() ? semiMajorAxisAu * (1 + eccentricity) : Double.POSITIVE_INFINITY;
  }

  private static void require(boolean valid, String what, double value) {
    if (!valid) {
      throw new IllegalArgumentException(what + " is out of range: " + value);
    }
  }
}
