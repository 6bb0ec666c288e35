/** The reference mission: what one trip to a body brings back, what that fetches and costs. */
@NullMarked
package dev.assay.domain.mission;

import org.jspecify.annotations.NullMarked;
