/**
 * What the core needs from outside, in the language of the domain.
 *
 * <p>Each port has one contract suite among the tests of this module; every adapter passes it.
 * Trouble with the outside is a {@link dev.assay.ports.PortException}; expected outcomes are
 * values.
 */
@NullMarked
package dev.assay.ports;

import org.jspecify.annotations.NullMarked;
