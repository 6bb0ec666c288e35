package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a body's class.
 *
 * @param weights the classes it may have
 * @param albedos the albedo to assume for each class where none is measured
 * @param type the spectral type read from the catalogue; null if there is none
 * @param source what the weights rest on
 * @param zone where the body orbits
 */
public record Classification(
    ClassWeights weights,
    ClassTable<LogNormal> albedos,
    @Nullable SpectralType type,
    ClassSource source,
    OrbitZone zone) {}
