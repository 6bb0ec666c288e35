package dev.assay.domain.exoplanet;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds mass and density of a planet.
 *
 * <p>Of the mass that the NASA Exoplanet Archive lists, the provenance decides: a mass, or m sin i
 * over a measured sin i, is taken as it is; m sin i alone is a lower limit. Bounds and masses that
 * were themselves estimated from a radius are not data; in their place stands an estimate from the
 * radius by {@link MassRadiusRelation}.
 */
public final class PlanetEstimator {

  /**
   * 1/sin i at the quantiles 0.1587, 0.5 and 0.8413 of orbits that point anywhere: cos i is then
   * uniform, and 1/sin i = (1 - cos&sup2; i)<sup>-1/2</sup> rises with it.
   */
  private static final double LOW_TILT = tilt(0.158655);

  private static final double MEDIAN_TILT = tilt(0.5);
  private static final double HIGH_TILT = tilt(0.841345);

  /** No planet has a mass or a radius beyond these (units of Earth); whatever does is a mistake. */
  private static final double SMALLEST = 1e-6;

  private static final double LARGEST = 1e6;

  private final MassRadiusRelation relation;
  private final PlanetAssumptions assumptions;

  /**
   * Makes an estimator.
   *
   * @param relation masses from radii
   * @param assumptions the numbers that go with it
   */
  public PlanetEstimator(MassRadiusRelation relation, PlanetAssumptions assumptions) {
    this.relation = relation;
    this.assumptions = assumptions;
  }

  /**
   * An estimator with the tables of this library.
   *
   * @return the estimator
   */
  public static PlanetEstimator bundled() {
    return new PlanetEstimator(MassRadiusRelation.bundled(), PlanetAssumptions.bundled());
  }

  private static double tilt(double cosine) {
    return 1 / Math.sqrt(1 - cosine * cosine);
  }

  /**
   * The mass of a planet.
   *
   * @param planet as published
   * @return its mass; null if nothing tells
   */
  public @Nullable PlanetMass mass(Planet planet) {
    PlanetValue listed = value(planet.massEarths());
    PlanetMassSource kind = kind(planet.massProvenance());
    if (listed == null || kind == PlanetMassSource.LISTED_RELATION) {
      PlanetMass own = fromRadius(planet);
      return own != null || listed == null ? own : new PlanetMass(listed, kind);
    }
    return new PlanetMass(
        kind == PlanetMassSource.MINIMUM_MASS ? anyInclination(listed) : listed, kind);
  }

  private static PlanetMassSource kind(@Nullable String provenance) {
    if (provenance == null) {
      return PlanetMassSource.LISTED;
    }
    return switch (provenance.strip().toLowerCase(Locale.ROOT)) {
      case "mass" -> PlanetMassSource.MASS;
      case "msini" -> PlanetMassSource.MINIMUM_MASS;
      case "msin(i)/sin(i)" -> PlanetMassSource.INCLINATION;
      case "m-r relationship" -> PlanetMassSource.LISTED_RELATION;
      default -> PlanetMassSource.LISTED;
    };
  }

  private static PlanetValue anyInclination(PlanetValue minimum) {
    return minimum.times(
        MEDIAN_TILT, Math.log(MEDIAN_TILT / LOW_TILT), Math.log(HIGH_TILT / MEDIAN_TILT));
  }

  private @Nullable PlanetMass fromRadius(Planet planet) {
    PlanetValue radius = radius(planet);
    PlanetValue mass = radius == null ? null : relation.massEarths(radius);
    if (mass == null) {
      return null;
    }
    return new PlanetMass(
        mass, mass.median() == null ? PlanetMassSource.RADIUS_INTERVAL : PlanetMassSource.RADIUS);
  }

  /**
   * The radius of a planet.
   *
   * @param planet as published
   * @return its radius (Earth radii); null if it is not known, only a bound, or absurd
   */
  public @Nullable PlanetValue radius(Planet planet) {
    return value(planet.radiusEarths());
  }

  private static @Nullable PlanetValue value(@Nullable PublishedValue published) {
    if (published == null || published.limit() != PublishedValue.Limit.NONE) {
      return null;
    }
    boolean plausible = published.value() >= SMALLEST && published.value() <= LARGEST;
    return plausible ? PlanetValue.of(published) : null;
  }

  /**
   * The mean density of a planet, &rho; = &rho;<sub>Earth</sub> M/R&sup3; in the units of Earth. It
   * is stated only if mass and radius were both measured: one estimated from the other would say
   * nothing new. A radius without errors is taken for one that the archive calculated.
   *
   * @param planet as published
   * @return its density (kg/m&sup3;); null if mass or radius was not measured
   */
  public @Nullable PlanetValue densityKgPerM3(Planet planet) {
    PlanetMass mass = mass(planet);
    PlanetValue radius = radius(planet);
    if (mass == null || !mass.isMeasured() || radius == null) {
      return null;
    }
    Double median = radius.median();
    if (median == null || radius.low() == null) {
      return null;
    }
    double perMass = assumptions.earthDensity() / (median * median * median);
    // A large radius makes a low density.
    PlanetValue density = mass.earths().times(perMass, 3 * radius.lnAbove(), 3 * radius.lnBelow());
    return mass.earths().low() == null ? new PlanetValue(density.median(), null, null) : density;
  }
}
