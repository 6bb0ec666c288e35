/** Mass from GM, from combined measurements, or from diameter and class density. */
@NullMarked
package dev.assay.domain.mass;

import org.jspecify.annotations.NullMarked;
