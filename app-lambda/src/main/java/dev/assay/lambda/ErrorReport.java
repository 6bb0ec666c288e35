package dev.assay.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.application.step.RefreshRun.Failure;
import dev.assay.application.step.StepResult;
import dev.assay.application.workflow.StepName;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which step failed, and why, from what the state machine caught: our own failures, which
 * say both; or others, of functions that were ended from outside and could say nothing, to which
 * the state machine may have put the step.
 *
 * @param step that failed
 * @param part of it that failed; null if it works on the whole or the part is not known
 * @param reason what happened, in one line that ends with the name of the execution
 */
record ErrorReport(StepName step, @Nullable Integer part, String reason) {

  private static final int LONGEST = 1000;
  private static final JsonMapper JSON = new JsonMapper();

  /** A step and its part, as {@link Failures} writes them before a message. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?s)("
              + Arrays.stream(StepName.values())
                  .map(StepName::title)
                  .collect(Collectors.joining("|"))
              + ")(?:, part (\\d{1,9}))?: *(.*)");

  /** A message without the step before it. */
  private record Told(Optional<StepName> step, @Nullable Integer part, String message) {}

  /**
   * The report on the failure of a run. Whatever the state machine caught, there is an answer.
   *
   * @param event of the step that handles it
   * @param results of the steps that succeeded
   */
  static ErrorReport of(StepEvent event, Map<StepName, StepResult> results) {
    JsonNode error = event.json().path("error");
    Told outer = told(error.path("Cause").asText(""));
    Told inner = told(errorMessage(outer.message()));
    StepName step =
        named(event.text("step"))
            .or(outer::step)
            .or(inner::step)
            .orElseGet(() -> firstWithout(results));
    String message =
        kind(error.path("Error").asText(""))
            + (inner.message().isBlank() ? "it gave no reason; see its log" : inner.message());
    return new ErrorReport(
        step,
        inner.part() == null ? outer.part() : inner.part(),
        oneLine(message) + " (execution " + event.run().name() + ")");
  }

  /** The failure as people are told of it. */
  Failure failure() {
    return new Failure(step, part == null ? reason : "part " + part + ": " + reason);
  }

  private static Told told(String text) {
    Matcher match = PREFIX.matcher(text);
    if (!match.matches()) {
      return new Told(Optional.empty(), null, text);
    }
    String part = match.group(2);
    return new Told(
        titled(match.group(1)), part == null ? null : Integer.valueOf(part), match.group(3));
  }

  /** What kind of failure it was, unless it is one of ours, whose messages say enough. */
  private static String kind(String error) {
    boolean ours =
        error.equals(TransientFailure.class.getName())
            || error.equals(PermanentFailure.class.getName());
    return ours || error.isEmpty() ? "" : error + ": ";
  }

  /** Lambda gives its causes as JSON. */
  private static String errorMessage(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json != null && json.path("errorMessage").isTextual()
          ? json.path("errorMessage").textValue()
          : text;
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private static Optional<StepName> named(String name) {
    return Arrays.stream(StepName.values()).filter(step -> step.name().equals(name)).findFirst();
  }

  private static Optional<StepName> titled(String title) {
    return Arrays.stream(StepName.values()).filter(step -> step.title().equals(title)).findFirst();
  }

  /** A step that was ended from outside could not say so. */
  private static StepName firstWithout(Map<StepName, StepResult> results) {
    return Arrays.stream(StepName.values())
        .filter(step -> step != StepName.PARSE_HORIZON && !results.containsKey(step))
        .findFirst()
        .orElse(StepName.NOTIFY_SUCCESS);
  }

  private static String oneLine(String text) {
    return Failures.shortened(text.replaceAll("\\s+", " ").strip(), LONGEST);
  }
}
