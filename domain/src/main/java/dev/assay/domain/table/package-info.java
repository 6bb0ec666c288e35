/** The data tables behind the formulae: read strictly, every number with its source. */
@NullMarked
package dev.assay.domain.table;

import org.jspecify.annotations.NullMarked;
