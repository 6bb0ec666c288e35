package dev.assay.infra.asl;

import dev.assay.application.workflow.RetryRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One state on its way to JSON; keys keep the order in which they are set. */
final class State {

  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  private State(String type) {
    with("Type", type);
  }

  static State task(StepTarget target) {
    return new State("Task").with("Resource", target.resource());
  }

  static State pass() {
    return new State("Pass");
  }

  static State choice(Map<String, Object> rule, String otherwise) {
    return new State("Choice").with("Choices", List.of(rule)).with("Default", otherwise);
  }

  static State pause(Duration duration) {
    return new State("Wait").with("Seconds", Math.max(1, duration.toSeconds()));
  }

  static State succeed() {
    return new State("Succeed");
  }

  /** Ends in failure; error and cause are those of the input. */
  static State fail() {
    return new State("Fail").with("ErrorPath", "$.Error").with("CausePath", "$.Cause");
  }

  static State parallel(List<Map<String, @Nullable Object>> branches) {
    return new State("Parallel").with("Branches", branches);
  }

  static State map() {
    return new State("Map");
  }

  State with(String field, @Nullable Object value) {
    fields.put(field, value);
    return this;
  }

  /** Goes on with another state, or ends. */
  State then(@Nullable String next) {
    return next == null ? with("End", true) : with("Next", next);
  }

  /** Leaves the state's input as it is: steps leave their results in the bucket. */
  State keepingInput() {
    return with("ResultPath", null);
  }

  State retrying(List<RetryRule> rules) {
    return rules.isEmpty() ? this : with("Retry", rules.stream().map(State::retrier).toList());
  }

  State catching(Map<String, Object> catcher) {
    return with("Catch", List.of(catcher));
  }

  Map<String, @Nullable Object> fields() {
    return fields;
  }

  private static Map<String, Object> retrier(RetryRule rule) {
    Map<String, Object> retrier = new LinkedHashMap<>();
    retrier.put("ErrorEquals", ErrorNames.of(rule.on()));
    retrier.put("IntervalSeconds", Math.max(1, rule.firstDelay().toSeconds()));
    // The rule counts the first attempt; Amazon States Language does not.
    retrier.put("MaxAttempts", rule.maxAttempts() - 1);
    retrier.put("BackoffRate", rule.backoffRate());
    retrier.put("MaxDelaySeconds", rule.longestDelay().toSeconds());
    retrier.put("JitterStrategy", "FULL");
    return retrier;
  }
}
