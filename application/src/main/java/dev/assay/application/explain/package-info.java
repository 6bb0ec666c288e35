/** What each number of a catalogue entry is, how it was had, and what it rests on. */
@NullMarked
package dev.assay.application.explain;

import org.jspecify.annotations.NullMarked;
