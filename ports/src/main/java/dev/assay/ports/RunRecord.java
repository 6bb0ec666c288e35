package dev.assay.ports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the refresh.
 *
 * @param generation the generation it loads, which names the run
 * @param model name of the valuation model
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it runs
 * @param outcome how it ended
 * @param message what happened, in one line
 * @param rows bodies in the generation, 0 until it is sealed
 * @param sources what became of the rows of each source
 * @param warnings what a reader of the result should know
 * @param written bodies that were written, the others being as they were before; 0 until the
 *     generation is sealed
 * @param version of Assay that made the run, as its build names it; null if the record does not say
 */
public record RunRecord(
    GenerationId generation,
    String model,
    Instant startedAt,
    @Nullable Instant finishedAt,
    Outcome outcome,
    String message,
    long rows,
    List<SourceReport> sources,
    List<String> warnings,
    long written,
    @Nullable String version) {

  /** How a run ended. */
  public enum Outcome {
    /** It has not ended. */
    RUNNING,
    /** Its generation was activated. */
    SUCCEEDED,
    /** It failed; the catalogue stayed as it was. */
    FAILED,
    /** Its process ended before it did; the catalogue stayed as it was. */
    INTERRUPTED
  }

  public RunRecord {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
  }

  /**
   * A run that writes every body, made by a version that is not known.
   *
   * @param generation the generation it loads, which names the run
   * @param model name of the valuation model
   * @param startedAt when it began
   * @param finishedAt when it ended; null while it runs
   * @param outcome how it ended
   * @param message what happened, in one line
   * @param rows bodies in the generation, 0 until it is sealed
   * @param sources what became of the rows of each source
   * @param warnings what a reader of the result should know
   */
  public RunRecord(
      GenerationId generation,
      String model,
      Instant startedAt,
      @Nullable Instant finishedAt,
      Outcome outcome,
      String message,
      long rows,
      List<SourceReport> sources,
      List<String> warnings) {
    this(
        generation,
        model,
        startedAt,
        finishedAt,
        outcome,
        message,
        rows,
        sources,
        warnings,
        rows,
        null);
  }

  /**
   * The same run, with the version that made it.
   *
   * @param assay the version; null if it is not known
   * @return the run
   */
  public RunRecord madeBy(@Nullable String assay) {
    return new RunRecord(
        generation,
        model,
        startedAt,
        finishedAt,
        outcome,
        message,
        rows,
        sources,
        warnings,
        written,
        assay);
  }
}
