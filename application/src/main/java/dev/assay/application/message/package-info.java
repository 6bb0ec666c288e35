/** How messages between steps look when they leave the process. */
@NullMarked
package dev.assay.application.message;

import org.jspecify.annotations.NullMarked;
