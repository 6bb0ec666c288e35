/** Spectral types read, and weighted over classes where a body has none. */
@NullMarked
package dev.assay.domain.taxonomy;

import org.jspecify.annotations.NullMarked;
