/** Every port in memory, simple and correct, for tests. Each passes the contract of its port. */
@NullMarked
package dev.assay.ports.memory;

import org.jspecify.annotations.NullMarked;
