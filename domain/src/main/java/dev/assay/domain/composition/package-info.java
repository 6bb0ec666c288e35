/** What a class of body is made of, as mass fractions. */
@NullMarked
package dev.assay.domain.composition;

import org.jspecify.annotations.NullMarked;
