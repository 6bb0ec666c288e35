/** What a body can be worth something for, and what that costs on Earth. */
@NullMarked
package dev.assay.domain.market;

import org.jspecify.annotations.NullMarked;
