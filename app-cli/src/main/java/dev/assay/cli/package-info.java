/**
 * The command line: commands, what they print, and the one place where everything is put together.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
