/** What a run loaded, body by body as numbers, so that the next one finds out what changed. */
@NullMarked
package dev.assay.application.manifest;

import org.jspecify.annotations.NullMarked;
