/** Prices, gross in-situ value and the models that put the whole valuation together. */
@NullMarked
package dev.assay.domain.value;

import org.jspecify.annotations.NullMarked;
