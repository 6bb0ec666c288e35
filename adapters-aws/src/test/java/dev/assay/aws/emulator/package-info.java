/**
 * What stands for AWS in tests, each started once in a JVM, on a port of its own. Other modules use
 * it through the test-jar of this one, together with the dependency {@code assay-emulators}.
 */
@NullMarked
package dev.assay.aws.emulator;

import org.jspecify.annotations.NullMarked;
