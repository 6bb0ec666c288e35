package dev.assay.domain.exoplanet;

/** Masses and radii of planets in the units of Earth, of Jupiter and of the SI. */
public final class PlanetUnits {

  /** Mass of the Earth (kg): GM of the IERS Conventions 2010 over G of CODATA 2018. */
  public static final double EARTH_KILOGRAMS = 5.9722e24;

  /** Mass of Jupiter (Earth masses): ratio of their GM. */
  public static final double JUPITER_MASS_EARTHS = 317.83;

  /** Equatorial radius of Jupiter (Earth radii): 71 492 km over 6378.1 km. */
  public static final double JUPITER_RADIUS_EARTHS = 11.209;

  private PlanetUnits() {}

  /**
   * A mass in Jupiters.
   *
   * @param massEarths Earth masses
   * @return Jupiter masses
   */
  public static double jupiterMasses(double massEarths) {
    return massEarths / JUPITER_MASS_EARTHS;
  }

  /**
   * A mass in Earths.
   *
   * @param massJupiters Jupiter masses
   * @return Earth masses
   */
  public static double earthMasses(double massJupiters) {
    return massJupiters * JUPITER_MASS_EARTHS;
  }

  /**
   * A radius in Jupiters.
   *
   * @param radiusEarths Earth radii
   * @return Jupiter radii
   */
  public static double jupiterRadii(double radiusEarths) {
    return radiusEarths / JUPITER_RADIUS_EARTHS;
  }

  /**
   * A radius in Earths.
   *
   * @param radiusJupiters Jupiter radii
   * @return Earth radii
   */
  public static double earthRadii(double radiusJupiters) {
    return radiusJupiters * JUPITER_RADIUS_EARTHS;
  }

  /**
   * A mass in kilograms.
   *
   * @param massEarths Earth masses
   * @return kilograms
   */
  public static double kilograms(double massEarths) {
    return massEarths * EARTH_KILOGRAMS;
  }
}
