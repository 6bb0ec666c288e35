package dev.assay.domain.body;

/**
 * JPL's orbit class code, such as "APO" (Apollo) or "MBA" (main belt).
 *
 * <p>Codes are case sensitive: "JFc" and "JFC" are two classes. A code that is not known here is
 * kept as it came.
 *
 * @param code three characters
 */
public record OrbitClass(String code) {

  public OrbitClass {
    if (code.length() != 3) {
      throw new IllegalArgumentException(
          "an orbit class code has three characters: '" + code + "'");
    }
  }

  /**
   * Whether the class is one of comets.
   *
   * @return true for ETc, JFc, JFC, CTc, HTC, PAR, HYP and COM
   */
  public boolean isComet() {
    return switch (code) {
      case "ETc", "JFc", "JFC", "CTc", "HTC", "PAR", "HYP", "COM" -> true;
      default -> false;
    };
  }

  /**
   * The asteroid class of an orbit by JPL's definitions (SBDB, "Orbit Classes"), for a source that
   * does not name one. Comets cannot be told from asteroids by their orbit.
   *
   * @param orbit the orbit
   * @return the class; AST where none of the definitions fits
   */
  public static OrbitClass ofAsteroid(OrbitalElements orbit) {
    return new OrbitClass(asteroidCode(orbit));
  }

  private static String asteroidCode(OrbitalElements orbit) {
    double a = orbit.semiMajorAxisAu();
    double q = orbit.perihelionAu();
    if (!orbit.isElliptic()) {
      return orbit.eccentricity() > 1 ? "HYA" : "PAA";
    }
    if (q < 1.3) {
      return nearEarthCode(orbit);
    }
    if (q < 1.666 && a < 3.2) {
      return "MCA";
    }
    return q < 1.666 && a < 5.5 ? "AST" : outerCode(orbit);
  }

  private static String nearEarthCode(OrbitalElements orbit) {
    if (orbit.semiMajorAxisAu() < 1) {
      return orbit.aphelionAu() < 0.983 ? "IEO" : "ATE";
    }
    return orbit.perihelionAu() < 1.017 ? "APO" : "AMO";
  }

  private static String outerCode(OrbitalElements orbit) {
    double a = orbit.semiMajorAxisAu();
    if (a < 2.0) {
      return "IMB";
    }
    if (a < 3.2) {
      return "MBA";
    }
    if (a < 4.6) {
      return "OMB";
    }
    if (a < 5.5) {
      return orbit.eccentricity() < 0.3 ? "TJN" : "AST";
    }
    return a < 30.1 ? "CEN" : "TNO";
  }

  @Override
  public String toString() {
    return code;
  }
}
