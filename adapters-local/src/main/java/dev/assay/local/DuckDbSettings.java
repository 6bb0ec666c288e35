package dev.assay.local;

/**
 * Limits for the embedded database.
 *
 * @param memoryMegabytes the most memory it may use outside the Java heap; beyond it writes to disk
 * @param threads the number of threads it may use, 1 or more
 */
public record DuckDbSettings(int memoryMegabytes, int threads) {

  public DuckDbSettings {
    if (memoryMegabytes < 64 || threads < 1) {
      throw new IllegalArgumentException(
          "needs 64 MB and 1 thread at least, was " + memoryMegabytes + " MB, " + threads);
    }
  }

  /**
   * What fits a laptop: 200 MB, and as many threads as processors up to 8. While a full catalogue
   * is loaded, two threads fill and compress a group of rows each; with 160 MB they put 23 MB of
   * that into temporary files, with 200 MB next to nothing.
   *
   * @return the defaults
   */
  public static DuckDbSettings defaults() {
    return new DuckDbSettings(200, Math.min(8, Runtime.getRuntime().availableProcessors()));
  }
}
