/** One small body as observed: identity, orbit, magnitudes, sizes and types. */
@NullMarked
package dev.assay.domain.body;

import org.jspecify.annotations.NullMarked;
