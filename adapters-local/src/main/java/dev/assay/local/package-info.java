/**
 * The adapters for one machine: files for objects, records and dead letters, queues, an embedded
 * DuckDB catalogue, and the runner that takes a whole refresh through in one process.
 */
@NullMarked
package dev.assay.local;

import org.jspecify.annotations.NullMarked;
