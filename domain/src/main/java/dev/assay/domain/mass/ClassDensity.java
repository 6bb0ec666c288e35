package dev.assay.domain.mass;

import dev.assay.domain.estimate.LogNormal;

/**
 * Bulk density of a class.
 *
 * @param large density (kg/m&sup3;) of bodies above the small-body limit
 * @param small density (kg/m&sup3;) of smaller, more porous bodies
 */
public record ClassDensity(LogNormal large, LogNormal small) {}
