package dev.assay.ports;

/**
 * The one message on the second queue that says a run has sent all its batches.
 *
 * @param generation which run
 * @param chunks how many batches it sent
 * @param rows how many rows they hold
 */
public record ParseCompleted(GenerationId generation, int chunks, long rows) {}
