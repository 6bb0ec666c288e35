/** Numbers that carry their uncertainty and where they came from. */
@NullMarked
package dev.assay.domain.estimate;

import org.jspecify.annotations.NullMarked;
