package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.application.step.RefreshRun.Failure;
import dev.assay.application.step.StepResult;
import dev.assay.application.workflow.StepName;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people are told of a failure, whatever the state machine caught. */
class ErrorReportTest {

  private static final String PERMANENT = "dev.assay.lambda.PermanentFailure";

  private static final String EXECUTION = " (execution weekly-1)";

  private Map<StepName, StepResult> results = Map.of();

  private Failure failure(@Nullable String error, @Nullable String cause) {
    return failure(error, cause, null);
  }

  private Failure failure(@Nullable String error, @Nullable String cause, @Nullable String step) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putObject("execution").put("name", "weekly-1").put("startTime", "2026-11-01T03:00:00Z");
    event.putObject("error").put("Error", error).put("Cause", cause);
    event.put("step", step);
    return ErrorReport.of(StepEvent.of(event), results).failure();
  }

  private static String lambda(String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("errorMessage", message)
        .put("errorType", PERMANENT)
        .toString();
  }

  @Test
  void failure_ofAStep_isToldAsTheStepToldIt() {
    assertThat(failure(PERMANENT, lambda("verify: the counts do not agree: 1 and 2")))
        .isEqualTo(new Failure(StepName.VERIFY, "the counts do not agree: 1 and 2" + EXECUTION));
  }

  @Test
  void failure_ofAPart_saysWhich() {
    assertThat(failure(PERMANENT, lambda("parse horizon, part 17: x.json: is cut off")))
        .isEqualTo(new Failure(StepName.PARSE_HORIZON, "part 17: x.json: is cut off" + EXECUTION));
  }

  @Test
  void failure_ofAFunctionThatWasEnded_isPutDownToTheStepThatHasNoResult() {
    results =
        Map.of(
            StepName.CREATE_TABLE, StepResult.EMPTY,
            StepName.DOWNLOAD_DELTA_V, StepResult.EMPTY,
            StepName.DOWNLOAD_EXOPLANETS, StepResult.EMPTY,
            StepName.CALCULATE_MASSES, StepResult.EMPTY,
            StepName.GET_LATEST_ASTEROIDS, StepResult.EMPTY);

    assertThat(failure("Sandbox.Timedout", lambda("RequestId: 1 Error: Task timed out")))
        .isEqualTo(
            new Failure(
                StepName.COMPLETE_PARSING,
                "Sandbox.Timedout: RequestId: 1 Error: Task timed out" + EXECUTION));
  }

  @Test
  void failure_toWhichTheStateMachinePutTheStep_isPutDownToIt() {
    assertThat(failure("States.Timeout", "parse horizon, part 3: "))
        .isEqualTo(
            new Failure(
                StepName.PARSE_HORIZON,
                "part 3: States.Timeout: it gave no reason; see its log" + EXECUTION));
    assertThat(failure("Lambda.Unknown", "verify: " + lambda("out of memory")))
        .isEqualTo(new Failure(StepName.VERIFY, "Lambda.Unknown: out of memory" + EXECUTION));
  }

  @Test
  void failure_thatNamesItsStepTwice_isToldOnce() {
    String cause = "parse horizon, part 3: " + lambda("parse horizon, part 3: x.json: is cut off");

    assertThat(failure(PERMANENT, cause))
        .isEqualTo(new Failure(StepName.PARSE_HORIZON, "part 3: x.json: is cut off" + EXECUTION));
  }

  @Test
  void failure_whoseStepIsNamed_isPutDownToIt() {
    assertThat(failure("States.Timeout", "", "PARSE_HORIZON").step())
        .isEqualTo(StepName.PARSE_HORIZON);
  }

  @Test
  void failure_ofSomethingElse_isToldInOneBoundedLine() {
    Failure failure = failure("Lambda.Unknown", "line\n  other " + "x".repeat(40_000));

    assertThat(failure.message())
        .startsWith("Lambda.Unknown: line other xxx")
        .hasSizeLessThanOrEqualTo(1000 + EXECUTION.length())
        .doesNotContain("\n");
  }

  @Test
  void failure_withoutAnything_stillHasAnAnswer() {
    assertThat(failure(null, null))
        .isEqualTo(
            new Failure(StepName.CREATE_TABLE, "it gave no reason; see its log" + EXECUTION));
  }
}
