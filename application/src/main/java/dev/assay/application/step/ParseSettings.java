package dev.assay.application.step;

/**
 * How the parsing of small bodies is divided. The result does not depend on it.
 *
 * @param batchRows rows in a batch, 1 or more
 * @param workers threads that value bodies, 1 or more
 */
public record ParseSettings(int batchRows, int workers) {

  public ParseSettings {
    if (batchRows < 1 || workers < 1) {
      throw new IllegalArgumentException(batchRows + " rows, " + workers + " workers");
    }
  }

  /**
   * Batches of 2048 rows, which a column store takes in one piece, and a worker per processor.
   *
   * @return the defaults
   */
  public static ParseSettings defaults() {
    return new ParseSettings(2048, Math.min(8, Runtime.getRuntime().availableProcessors()));
  }
}
