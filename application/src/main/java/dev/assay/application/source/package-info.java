/**
 * The formats in which upstream sources publish: read strictly, row by row, every refusal counted.
 *
 * <p>A file that is not what it claims to be is a {@link
 * dev.assay.application.source.BadSourceException}; a bad row or field is a {@link
 * dev.assay.ports.RowProblem} and stops nothing.
 */
@NullMarked
package dev.assay.application.source;

import org.jspecify.annotations.NullMarked;
