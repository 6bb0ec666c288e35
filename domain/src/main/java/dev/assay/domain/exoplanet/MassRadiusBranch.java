package dev.assay.domain.exoplanet;

/**
 * One power law of the relation of mass and radius: R = C M<sup>S</sup>, in the units of Earth.
 *
 * @param name such as "terran"
 * @param fromMassEarths where it begins (Earth masses)
 * @param coefficient C (Earth radii)
 * @param exponent S, not 0
 * @param radiusScatter one sigma of ln R about the law
 * @param smallestMassSigmaLn least error of ln M of a mass had from a radius
 */
record MassRadiusBranch(
    String name,
    double fromMassEarths,
    double coefficient,
    double exponent,
    double radiusScatter,
    double smallestMassSigmaLn) {

  double radiusEarths(double massEarths) {
    return coefficient * Math.pow(massEarths, exponent);
  }

  double massEarths(double radiusEarths) {
    return Math.pow(radiusEarths / coefficient, 1 / exponent);
  }

  /** Error of ln M of a mass had from a radius with an error of ln R. */
  double massSigmaLn(double radiusSigmaLn) {
    double intrinsic = Math.max(radiusScatter / Math.abs(exponent), smallestMassSigmaLn);
    return Math.hypot(intrinsic, radiusSigmaLn / exponent);
  }
}
