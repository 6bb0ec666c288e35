package dev.assay.ports;

/**
 * An entry on its way into the catalogue, with its place in the input: of two rows about one body,
 * the one with the later place stays.
 *
 * @param entry the body
 * @param source number of its source within the run, from 0
 * @param row number of its row within the source, from 1
 */
public record CatalogueRow(CatalogueEntry entry, int source, long row) {}
