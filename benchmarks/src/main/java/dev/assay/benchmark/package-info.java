/**
 * Measurements, not part of the product: kernels under JMH, and whole refreshes beside what DuckDB
 * does with the same input.
 */
@NullMarked
package dev.assay.benchmark;

import org.jspecify.annotations.NullMarked;
