package dev.assay.application.refresh;

/** Hears how far a refresh is. Implementations are thread-safe and quick. */
public interface Progress {

  /** Hears nothing. */
  Progress SILENT = (what, done, total) -> {};

  /**
   * Work has advanced.
   *
   * @param what the work, in a few words
   * @param done how much is done
   * @param total how much there is, in the same unit; negative if that is not known
   */
  void advanced(String what, long done, long total);
}
