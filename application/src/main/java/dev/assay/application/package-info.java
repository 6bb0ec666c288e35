/** The use cases of Assay. Each package below holds one: refreshing the catalogue, asking it. */
@NullMarked
package dev.assay.application;

import org.jspecify.annotations.NullMarked;
