package dev.assay.application.step;

import dev.assay.ports.SourceReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a step: small, whatever the size of its work.
 *
 * @param rows rows it dealt with
 * @param sources what became of the rows of each source it read
 * @param warnings what a reader of the result should know
 * @param parts how many parts it left for the steps that work part by part; 0 if it leaves none
 * @param cursor what to hand to the next call if this one did not finish; null if it did
 */
public record StepResult(
    long rows,
    List<SourceReport> sources,
    List<String> warnings,
    int parts,
    @Nullable String cursor) {

  /** Nothing to tell. */
  public static final StepResult EMPTY = new StepResult(0, List.of(), List.of());

  public StepResult {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
  }

  /**
   * A step that is finished and leaves no parts.
   *
   * @param rows rows it dealt with
   * @param sources what became of the rows of each source it read
   * @param warnings what a reader of the result should know
   */
  public StepResult(long rows, List<SourceReport> sources, List<String> warnings) {
    this(rows, sources, warnings, 0, null);
  }

  /**
   * A step that is finished and leaves work for each of several parts.
   *
   * @param parts how many
   * @return the result
   */
  public static StepResult ofParts(int parts) {
    return new StepResult(0, List.of(), List.of(), parts, null);
  }

  /**
   * A step that has more to do.
   *
   * @param cursor what to hand to the next call
   * @return the result so far
   */
  public static StepResult unfinished(String cursor) {
    return unfinished(cursor, List.of());
  }

  /**
   * A step that has more to do and something to tell by now.
   *
   * @param cursor what to hand to the next call
   * @param warnings what a reader of the log should know
   * @return the result so far
   */
  public static StepResult unfinished(String cursor, List<String> warnings) {
    return new StepResult(0, List.of(), warnings, 0, cursor);
  }

  static StepResult of(SourceReport report) {
    return of(report, List.of());
  }

  static StepResult of(SourceReport report, List<String> warnings) {
    return new StepResult(report.accepted(), List.of(report), warnings);
  }

  static StepResult warning(String warning) {
    return new StepResult(0, List.of(), List.of(warning));
  }
}
