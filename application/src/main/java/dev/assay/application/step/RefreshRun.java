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
 */
public record RefreshRun(
    RefreshRequest request, Map<StepName, StepResult> results, @Nullable Failure failure) {

  public RefreshRun {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
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
}
