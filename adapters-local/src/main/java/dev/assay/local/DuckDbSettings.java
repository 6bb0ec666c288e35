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
   * What fits a laptop: 160 MB, and as many threads as processors up to 8.
   *
   * @return the defaults
   */
  public static DuckDbSettings defaults() {
    return new DuckDbSettings(160, Math.min(8, Runtime.getRuntime().availableProcessors()));
  }
}
