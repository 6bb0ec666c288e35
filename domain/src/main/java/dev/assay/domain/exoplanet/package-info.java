/** Planets of other stars as catalogued. */
@NullMarked
package dev.assay.domain.exoplanet;

import org.jspecify.annotations.NullMarked;
