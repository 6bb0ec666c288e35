/** The CDK app. */
@NullMarked
package dev.assay.infra;

import org.jspecify.annotations.NullMarked;
