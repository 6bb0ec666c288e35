/** Rendezvous delta-v after Shoemaker and Helin (1978), as tabulated by L. Benner. */
@NullMarked
package dev.assay.domain.deltav;

import org.jspecify.annotations.NullMarked;
