/** Planets of other stars: as published, and the mass and density that follow. */
@NullMarked
package dev.assay.domain.exoplanet;

import org.jspecify.annotations.NullMarked;
