/**
 * Holds the requests that functions make against the policies of the template, as AWS would when
 * they run there.
 */
@NullMarked
package dev.assay.infra.permission;

import org.jspecify.annotations.NullMarked;
