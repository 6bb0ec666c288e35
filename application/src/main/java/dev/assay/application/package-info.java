/** What all use cases share. */
@NullMarked
package dev.assay.application;

import org.jspecify.annotations.NullMarked;
