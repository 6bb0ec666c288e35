/** What a refresh is asked to do, and how far it is. */
@NullMarked
package dev.assay.application.refresh;

import org.jspecify.annotations.NullMarked;
