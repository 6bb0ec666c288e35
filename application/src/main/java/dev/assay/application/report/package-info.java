/**
 * The report: one page on the active catalogue, gathered in one pass over it and one over the
 * generation before, in constant memory.
 */
@NullMarked
package dev.assay.application.report;

import org.jspecify.annotations.NullMarked;
