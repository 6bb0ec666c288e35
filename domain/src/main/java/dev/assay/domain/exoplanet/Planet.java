package dev.assay.domain.exoplanet;

import org.jspecify.annotations.Nullable;

/**
 * A planet of another star as the NASA Exoplanet Archive lists it.
 *
 * @param name such as "51 Peg b"
 * @param host the star; null if not stated
 * @param discoveryMethod how it was found; null if not stated
 * @param discoveryYear when; null if not stated
 * @param orbitalPeriodDays period (days); null if not known
 * @param radiusEarths radius (Earth radii); null if not known
 * @param massEarths best mass, which may be m sin i (Earth masses); null if not known
 * @param massProvenance what the mass is, such as "Mass", "Msini" or "M-R relationship"; null if
 *     not stated
 * @param distanceParsecs distance (pc); null if not known
 */
public record Planet(
    String name,
    @Nullable String host,
    @Nullable String discoveryMethod,
    @Nullable Integer discoveryYear,
    @Nullable Double orbitalPeriodDays,
    @Nullable PublishedValue radiusEarths,
    @Nullable PublishedValue massEarths,
    @Nullable String massProvenance,
    @Nullable Double distanceParsecs) {}
