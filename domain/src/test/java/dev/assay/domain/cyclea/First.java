package dev.assay.domain.cyclea;

import dev.assay.domain.cycleb.Second;

/** Half of a cycle between packages, for the test of the rule against them. */
public record First(Second second) {}
