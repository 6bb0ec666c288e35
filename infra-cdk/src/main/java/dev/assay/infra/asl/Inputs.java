package dev.assay.infra.asl;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the functions are given: who runs, what was asked, and what only this call is for. */
final class Inputs {

  private Inputs() {}

  /** What every call has; the context is that of the execution that was started by hand or plan. */
  static Map<String, Object> ofRun(@Nullable String action) {
    Map<String, Object> execution = new LinkedHashMap<>();
    execution.put("name.$", "$$.Execution.Name");
    execution.put("startTime.$", "$$.Execution.StartTime");
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("execution", execution);
    input.put("request.$", "$$.Execution.Input");
    if (action != null) {
      input.put("action", action);
    }
    return input;
  }

  static Map<String, Object> ofCall(@Nullable String action) {
    Map<String, Object> input = ofRun(action);
    input.put("cursor.$", "$.cursor");
    return input;
  }

  static Map<String, Object> ofPart(@Nullable String action) {
    Map<String, Object> input = ofRun(action);
    input.put("part.$", "$$.Map.Item.Value");
    return input;
  }

  static Map<String, Object> ofFailure(@Nullable String action) {
    Map<String, Object> input = ofRun(action);
    input.put("error.$", "$");
    return input;
  }
}
