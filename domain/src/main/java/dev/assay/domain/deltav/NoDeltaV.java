package dev.assay.domain.deltav;

/**
 * No delta-v can be given.
 *
 * @param reason why, in a few words for a reader
 */
public record NoDeltaV(String reason) implements DeltaVOutcome {}
