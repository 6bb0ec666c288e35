/** Planets of other stars, with the provenance of their masses. */
@NullMarked
package dev.assay.domain.exoplanet;

import org.jspecify.annotations.NullMarked;
