package dev.assay.domain.exoplanet;

import org.jspecify.annotations.Nullable;

/**
 * A planet of another star as catalogued.
 *
 * @param name its name, such as "51 Peg b"
 * @param host the star; null if not stated
 * @param discoveryMethod how it was found; null if not stated
 * @param discoveryYear when; null if not stated
 * @param orbitalPeriodDays period (days); null if not known
 * @param radiusEarths radius (Earth radii); null if not known
 * @param massEarths mass or minimum mass (Earth masses); null if not known
 * @param massProvenance what the mass is, in the archive's words; null if there is no mass
 * @param distanceParsecs distance (pc); null if not known
 */
public record Planet(
    String name,
    @Nullable String host,
    @Nullable String discoveryMethod,
    @Nullable Integer discoveryYear,
    @Nullable Double orbitalPeriodDays,
    @Nullable Double radiusEarths,
    @Nullable Double massEarths,
    @Nullable String massProvenance,
    @Nullable Double distanceParsecs) {}
