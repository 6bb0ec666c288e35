/** The steps of a refresh, each doing one thing between ports. */
@NullMarked
package dev.assay.application.step;

import org.jspecify.annotations.NullMarked;
