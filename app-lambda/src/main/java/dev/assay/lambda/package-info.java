/**
 * The refresh as Lambda functions: handlers that turn an event into a call of a use case and its
 * result into a small answer, and the one place where the adapters are put together.
 */
@NullMarked
package dev.assay.lambda;

import org.jspecify.annotations.NullMarked;
