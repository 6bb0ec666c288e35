/**
 * Pure library: delta-v, size, mass, composition and value of small bodies.
 *
 * <p>Nothing here reads a clock, a network or a log; the only files read are the data tables inside
 * the jar, and each of them can be replaced.
 */
@NullMarked
package dev.assay.domain;

import org.jspecify.annotations.NullMarked;
