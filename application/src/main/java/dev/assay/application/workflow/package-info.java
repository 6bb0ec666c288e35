/** The refresh as a value: steps, their order, what is retried and what is caught. */
@NullMarked
package dev.assay.application.workflow;

import org.jspecify.annotations.NullMarked;
