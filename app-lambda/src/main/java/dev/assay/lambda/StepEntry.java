package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.application.workflow.StepName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** Where the events of a function arrive: finds the step that an event is for, and takes it. */
final class StepEntry {

  private final StepName first;
  private final Map<String, StepName> actions;
  private final StepFunction function;
  private final JsonLines lines;
  private final Failures failures;

  /**
   * Makes an entry.
   *
   * @param assembly what the function is made of
   * @param first the step of an event that names no action
   * @param actions the steps of events that do
   * @param margin the time that the next piece of a step's work may take
   */
  StepEntry(Assembly assembly, StepName first, Map<String, StepName> actions, Duration margin) {
    this.first = first;
    this.actions = actions;
    this.function =
        new StepFunction(assembly.ports(), assembly.settings(), assembly.lines(), margin);
    this.lines = assembly.lines();
    this.failures = new Failures(lines);
  }

  /** Takes the step of an event. */
  void handle(InputStream in, OutputStream out, Context context) throws IOException {
    handle(begin(in, context), out, context);
  }

  /** Begins a call: from now on the log tells which. Returns its event as JSON. */
  JsonNode begin(InputStream in, Context context) {
    lines.begin(context);
    try {
      return StepEvent.tree(in);
    } catch (BadEventException e) {
      throw failures.of(first, -1, Map.of(), e);
    }
  }

  /** Takes the step of an event that was read before. */
  void handle(JsonNode json, OutputStream out, Context context) throws IOException {
    StepEvent event;
    StepName step;
    try {
      event = StepEvent.of(json);
      step = step(event.action());
    } catch (BadEventException e) {
      throw failures.of(first, -1, Map.of(), e);
    }
    function.take(step, event, out, context);
  }

  private StepName step(String action) {
    StepName step = action.isEmpty() ? first : actions.get(action);
    if (step == null) {
      throw new BadEventException("there is no action '" + action + "'; " + names());
    }
    return step;
  }

  private String names() {
    return actions.isEmpty()
        ? "this function has none"
        : "one of " + String.join(", ", actions.keySet().stream().sorted().toList());
  }
}
