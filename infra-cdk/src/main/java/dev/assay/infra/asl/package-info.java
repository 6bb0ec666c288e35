/** Translates the workflow into Amazon States Language. Knows nothing of CDK. */
@NullMarked
package dev.assay.infra.asl;

import org.jspecify.annotations.NullMarked;
