package dev.assay.ports;

import java.util.List;

/**
 * Some valued bodies on their way into a generation.
 *
 * @param generation where they go
 * @param chunk number of the batch within the generation, from 0
 * @param table the bodies, one or more
 */
public record BodyBatch(GenerationId generation, int chunk, BodyTable table) {

  public BodyBatch {
    if (chunk < 0 || table.size() == 0) {
      throw new IllegalArgumentException("chunk " + chunk + " with " + table.size() + " rows");
    }
  }

  /**
   * Makes a batch of single rows.
   *
   * @param generation where they go
   * @param chunk number of the batch within the generation, from 0
   * @param rows the bodies, one or more
   */
  public BodyBatch(GenerationId generation, int chunk, List<CatalogueRow> rows) {
    this(generation, chunk, BodyTable.of(rows));
  }

  /**
   * The bodies one by one, each made when it is asked for.
   *
   * @return unmodifiable
   */
  public List<CatalogueRow> rows() {
    return table.rows();
  }
}
