/** Diameter measured, or from absolute magnitude and albedo. */
@NullMarked
package dev.assay.domain.size;

import org.jspecify.annotations.NullMarked;
