package dev.assay.ports;

import java.util.List;

/**
 * Some valued bodies on their way into a generation.
 *
 * @param generation where they go
 * @param chunk number of the batch within the generation, from 0
 * @param rows the bodies, one or more
 */
public record BodyBatch(GenerationId generation, int chunk, List<CatalogueRow> rows) {

  public BodyBatch {
    rows = List.copyOf(rows);
    if (chunk < 0 || rows.isEmpty()) {
      throw new IllegalArgumentException("chunk " + chunk + " with " + rows.size() + " rows");
    }
  }
}
