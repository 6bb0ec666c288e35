package dev.assay.application.step;

import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.GenerationId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run as its next step sees it.
 *
 * @param request what was asked
 * @param results what the steps before came to, in workflow order
 * @param failure what failed, for the step that handles it; null while nothing has
 * @param part number of the part to work on, for a step that works part by part; 0 for others
 * @param cursor what the call before of the same step came to; null at its first call
 */
public record RefreshRun(
    RefreshRequest request,
    Map<StepName, StepResult> results,
    @Nullable Failure failure,
    int part,
    @Nullable String cursor) {

  public RefreshRun {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }

  /**
   * A run before a step that works on the whole, at its first call.
   *
   * @param request what was asked
   * @param results what the steps before came to
   */
  public RefreshRun(RefreshRequest request, Map<StepName, StepResult> results) {
    this(request, results, null, 0, null);
  }

  /**
   * The same run for a step that handles a failure.
   *
   * @param what failed
   * @return the run
   */
  public RefreshRun failed(Failure what) {
    return new RefreshRun(request, results, what, part, cursor);
  }

  /**
   * The same run for one part.
   *
   * @param number of the part, from 0
   * @return the run
   */
  public RefreshRun forPart(int number) {
    return new RefreshRun(request, results, failure, number, cursor);
  }

  /**
   * The same run for the next call of a step.
   *
   * @param reached the cursor that the call before named; null at the first call
   * @return the run
   */
  public RefreshRun from(@Nullable String reached) {
    return new RefreshRun(request, results, failure, part, reached);
  }

  /**
   * Why a run failed.
   *
   * @param step which step
   * @param message what happened, where and what to do, in one line
   */
  public record Failure(StepName step, String message) {}

  /**
   * The generation that the run loads.
   *
   * @return its name
   */
  public GenerationId generation() {
    return request.generation();
  }

  Optional<StepResult> result(StepName step) {
    return Optional.ofNullable(results.get(step));
  }

  /** All warnings so far, in workflow order. */
  List<String> warnings() {
    return results.values().stream().flatMap(result -> result.warnings().stream()).toList();
  }

  /** All warnings so far as lines for people, in workflow order. */
  List<String> notes() {
    return warnings().stream().map(warning -> "note: " + warning).toList();
  }
}
