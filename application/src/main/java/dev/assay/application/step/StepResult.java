package dev.assay.application.step;

import dev.assay.ports.SourceReport;
import java.util.List;

/**
 * What came of a step: small, whatever the size of its work.
 *
 * @param rows rows it dealt with
 * @param sources what became of the rows of each source it read
 * @param warnings what a reader of the result should know
 */
public record StepResult(long rows, List<SourceReport> sources, List<String> warnings) {

  /** Nothing to tell. */
  public static final StepResult EMPTY = new StepResult(0, List.of(), List.of());

  public StepResult {
    sources = List.copyOf(sources);
    warnings = List.copyOf(warnings);
  }

  static StepResult of(SourceReport report) {
    return new StepResult(report.accepted(), List.of(report), List.of());
  }

  static StepResult warning(String warning) {
    return new StepResult(0, List.of(), List.of(warning));
  }
}
