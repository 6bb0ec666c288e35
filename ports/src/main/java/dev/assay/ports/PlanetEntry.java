package dev.assay.ports;

import dev.assay.domain.exoplanet.Planet;
import dev.assay.domain.exoplanet.PlanetEstimator;
import dev.assay.domain.exoplanet.PlanetMass;
import dev.assay.domain.exoplanet.PlanetValue;
import dev.assay.domain.exoplanet.PublishedValue;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A planet of another star as the catalogue holds and publishes it. What is not known is null. The
 * columns, their names and order are those of {@link PlanetColumn}.
 *
 * <p>A mass may be known as an interval only, where a radius fits several masses.
 *
 * @param name such as "Kepler-22 b"; no two planets of a generation have the same
 * @param host its star
 * @param discoveryMethod how it was found
 * @param discoveryYear when
 * @param orbitalPeriodDays period (days)
 * @param distanceParsecs distance (pc)
 * @param radiusEarths radius (Earth radii)
 * @param radiusLowEarths lower end of its 68 % interval; null if no error is stated
 * @param radiusHighEarths upper end of its 68 % interval; null if no error is stated
 * @param massEarths mass, median (Earth masses); null if only an interval is known
 * @param massLowEarths lower end of the 68 % interval of the mass
 * @param massHighEarths upper end of the 68 % interval of the mass
 * @param massSource code of where the mass came from
 * @param densityKgM3 mean density, median (kg/m&sup3;)
 * @param densityLowKgM3 lower end of its 68 % interval
 * @param densityHighKgM3 upper end of its 68 % interval
 * @param listedMassEarths the mass as the source lists it, whatever it is (Earth masses)
 * @param listedMassProvenance what the source says it is, such as "Msini"
 * @param listedMassLimit "upper" or "lower" if it is a bound; null if it is a value
 */
public record PlanetEntry(
    String name,
    @Nullable String host,
    @Nullable String discoveryMethod,
    @Nullable Long discoveryYear,
    @Nullable Double orbitalPeriodDays,
    @Nullable Double distanceParsecs,
    @Nullable Double radiusEarths,
    @Nullable Double radiusLowEarths,
    @Nullable Double radiusHighEarths,
    @Nullable Double massEarths,
    @Nullable Double massLowEarths,
    @Nullable Double massHighEarths,
    @Nullable String massSource,
    @Nullable Double densityKgM3,
    @Nullable Double densityLowKgM3,
    @Nullable Double densityHighKgM3,
    @Nullable Double listedMassEarths,
    @Nullable String listedMassProvenance,
    @Nullable String listedMassLimit) {

  /** The heaviest first, those without a median mass last; equal ones by name. */
  public static final Comparator<PlanetEntry> HEAVIEST_FIRST =
      Comparator.comparingDouble(PlanetEntry::rank).reversed().thenComparing(PlanetEntry::name);

  /**
   * Puts together what is published of a planet.
   *
   * @param planet the planet as its source lists it
   * @param estimator finds its mass and density
   * @return its entry
   */
  public static PlanetEntry of(Planet planet, PlanetEstimator estimator) {
    PlanetValue radius = estimator.radius(planet);
    PlanetMass mass = estimator.mass(planet);
    PlanetValue weight = mass == null ? null : mass.earths();
    PlanetValue density = estimator.densityKgPerM3(planet);
    Integer year = planet.discoveryYear();
    PublishedValue listed = planet.massEarths();
    return new PlanetEntry(
        planet.name(),
        planet.host(),
        planet.discoveryMethod(),
        year == null ? null : (Long) year.longValue(),
        planet.orbitalPeriodDays(),
        planet.distanceParsecs(),
        radius == null ? null : radius.median(),
        radius == null ? null : radius.low(),
        radius == null ? null : radius.high(),
        weight == null ? null : weight.median(),
        weight == null ? null : weight.low(),
        weight == null ? null : weight.high(),
        mass == null ? null : mass.source().provenance().code(),
        density == null ? null : density.median(),
        density == null ? null : density.low(),
        density == null ? null : density.high(),
        listed == null ? null : (Double) listed.value(),
        listed == null ? null : planet.massProvenance(),
        listed == null ? null : limit(listed));
  }

  private static @Nullable String limit(PublishedValue listed) {
    return listed.limit() == PublishedValue.Limit.NONE
        ? null
        : listed.limit().name().toLowerCase(Locale.ROOT);
  }

  private double rank() {
    return massEarths == null ? Double.NEGATIVE_INFINITY : massEarths;
  }

  /**
   * The form in which names of planets and stars are compared: without blanks and without regard to
   * case, so that "kepler-22B" is "Kepler-22 b".
   *
   * @param text a name as somebody wrote it
   * @return its key; empty for a blank text
   */
  public static String key(String text) {
    StringBuilder key = new StringBuilder();
    text.codePoints().filter(c -> !Character.isWhitespace(c)).forEach(key::appendCodePoint);
    return key.toString().toLowerCase(Locale.ROOT);
  }
}
