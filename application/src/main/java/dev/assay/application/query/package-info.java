/** Questions to the catalogue, and the forms in which answers leave it. */
@NullMarked
package dev.assay.application.query;

import org.jspecify.annotations.NullMarked;
