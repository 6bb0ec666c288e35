package dev.assay.infra.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.application.workflow.FailureKind;
import dev.assay.application.workflow.Node;
import dev.assay.application.workflow.RetryRule;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The single states; that all of them together are the workflow, WorkflowDriftTest tells. */
class StateMachineDefinitionTest {

  private static final RetryRule RETRY =
      new RetryRule(FailureKind.TRANSIENT, 4, Duration.ofSeconds(10), 2.5, Duration.ofMinutes(2));

  private static Map<StepName, StepTarget> targets() {
    Map<StepName, StepTarget> targets = new EnumMap<>(StepName.class);
    for (StepName step : StepName.values()) {
      targets.put(step, new StepTarget("arn:" + step, null, Duration.ofMinutes(5)));
    }
    targets.put(StepName.VERIFY, new StepTarget("arn:TABLE", "verify", Duration.ofMinutes(1)));
    return targets;
  }

  private static JsonNode translated(Node... nodes) {
    Workflow workflow =
        new Workflow(
            new Node.Sequence(List.of(nodes)),
            new Workflow.Catch(Set.of(FailureKind.values()), StepName.NOTIFY_FAILURE));
    return JsonMapper.builder()
        .build()
        .valueToTree(new StateMachineDefinition(targets(), 500).of(workflow, Duration.ofHours(4)));
  }

  private static Node.Task task(StepName step) {
    return new Node.Task(step, List.of(RETRY));
  }

  @Test
  void task_onTop_isCalledWithRunAndAction() {
    JsonNode state = translated(task(StepName.VERIFY)).at("/States/verify");

    assertThat(state.get("Resource").asText()).isEqualTo("arn:TABLE");
    assertThat(state.get("Parameters").toString())
        .isEqualTo(
            "{\"execution\":{\"name.$\":\"$$.Execution.Name\","
                + "\"startTime.$\":\"$$.Execution.StartTime\"},"
                + "\"request.$\":\"$$.Execution.Input\",\"action\":\"verify\"}");
    assertThat(state.get("ResultPath").isNull()).isTrue();
    assertThat(state.get("TimeoutSeconds").asInt()).isGreaterThan(60);
  }

  @Test
  void retryRule_ofFourAttempts_isThreeRetriesWithFullJitter() {
    JsonNode retry = translated(task(StepName.VERIFY)).at("/States/verify/Retry/0");

    assertThat(retry.get("MaxAttempts").asInt()).isEqualTo(3);
    assertThat(retry.get("IntervalSeconds").asInt()).isEqualTo(10);
    assertThat(retry.get("BackoffRate").asDouble()).isEqualTo(2.5);
    assertThat(retry.get("MaxDelaySeconds").asInt()).isEqualTo(120);
    assertThat(retry.get("JitterStrategy").asText()).isEqualTo("FULL");
    assertThat(retry.get("ErrorEquals").toString())
        .contains("dev.assay.lambda.TransientFailure")
        .doesNotContain("Permanent");
  }

  /** Those that AWS recommends to repeat, and time-outs. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lambda.ClientExecutionTimeoutException",
        "Lambda.ServiceException",
        "Lambda.AWSLambdaException",
        "Lambda.SdkClientException",
        "Lambda.TooManyRequestsException",
        "Sandbox.Timedout",
        "States.Timeout"
      })
  void retryRule_forTransientFailures_repeatsWhatThePlatformRaises(String error) {
    JsonNode retry = translated(task(StepName.VERIFY)).at("/States/verify/Retry/0");

    assertThat(retry.get("ErrorEquals")).extracting(JsonNode::asText).contains(error);
  }

  @Test
  void failure_onTop_isNotifiedAndThenFails() {
    JsonNode states = translated(task(StepName.VERIFY)).get("States");

    assertThat(states.at("/verify/Catch").toString())
        .isEqualTo("[{\"ErrorEquals\":[\"States.ALL\"],\"Next\":\"notify failure\"}]");
    assertThat(states.at("/notify failure/Parameters/error.$").asText()).isEqualTo("$");
    assertThat(states.at("/notify failure/Next").asText()).isEqualTo("refresh failed");
    assertThat(states.at("/notify failure/Catch/0/Next").asText()).isEqualTo("refresh failed");
    assertThat(states.at("/refresh failed/Type").asText()).isEqualTo("Fail");
  }

  @Test
  void failure_inBranch_getsTheNameOfItsStep() {
    JsonNode branch =
        translated(
                new Node.Parallel(List.of(task(StepName.VERIFY), task(StepName.DOWNLOAD_DELTA_V))))
            .at("/States/verify and 1 more/Branches/1");

    assertThat(branch.at("/States/download delta v/Catch/1/Next").asText())
        .isEqualTo("download delta v broke off");
    assertThat(branch.at("/States/download delta v broke off/Parameters/Cause.$").asText())
        .isEqualTo("States.Format('download delta v: {}', $.Cause)");
  }

  /** A time-out of the state machine's own comes without a cause: reading it would be fatal. */
  @Test
  void timeout_inBranch_doesNotReadACause() {
    JsonNode branch =
        translated(
                new Node.Parallel(List.of(task(StepName.VERIFY), task(StepName.DOWNLOAD_DELTA_V))))
            .at("/States/verify and 1 more/Branches/1");

    assertThat(branch.at("/States/download delta v/Catch/0").toString())
        .isEqualTo(
            "{\"ErrorEquals\":[\"States.Timeout\"],\"Next\":\"download delta v timed out\"}");
    assertThat(branch.at("/States/download delta v timed out/Parameters/Cause").asText())
        .startsWith("download delta v: no answer");
  }

  @Test
  void repeat_withPause_loopsOnItsCursor() {
    JsonNode states =
        translated(
                new Node.Repeat(task(StepName.AWAIT_WRITES), Duration.ofSeconds(10)),
                task(StepName.VERIFY))
            .get("States");

    assertThat(states.at("/begin await writes/Result").toString()).isEqualTo("{\"cursor\":null}");
    assertThat(states.at("/await writes/Parameters/cursor.$").asText()).isEqualTo("$.cursor");
    assertThat(states.at("/check await writes/Choices").toString())
        .isEqualTo(
            "[{\"Variable\":\"$.finished\",\"BooleanEquals\":false,\"Next\":\"pause await writes\"}]");
    assertThat(states.at("/check await writes/Default").asText()).isEqualTo("verify");
    assertThat(states.at("/pause await writes/Seconds").asInt()).isEqualTo(10);
    assertThat(states.at("/pause await writes/Next").asText()).isEqualTo("await writes");
  }

  @Test
  void forEach_manyParts_runsInChildExecutions() {
    JsonNode states =
        translated(
                new Node.Parallel(
                    List.of(
                        task(StepName.DOWNLOAD_DELTA_V),
                        new Node.Repeat(task(StepName.GET_LATEST_ASTEROIDS), Duration.ZERO))),
                new Node.ForEach(StepName.GET_LATEST_ASTEROIDS, task(StepName.PARSE_HORIZON), 8),
                task(StepName.VERIFY))
            .get("States");

    assertThat(states.at("/download delta v and 1 more/ResultSelector").toString())
        .isEqualTo("{\"parts.$\":\"$[1].parts\",\"partNumbers.$\":\"$[1].partNumbers\"}");
    JsonNode count = states.get("count parts for parse horizon");
    assertThat(count.at("/Choices/0/NumericGreaterThan").asInt()).isEqualTo(500);
    JsonNode inline = states.get(count.get("Default").asText());
    JsonNode distributed = states.get(count.at("/Choices/0/Next").asText());
    assertThat(inline.at("/ItemProcessor/ProcessorConfig/Mode").asText()).isEqualTo("INLINE");
    assertThat(distributed.at("/ItemProcessor/ProcessorConfig/Mode").asText())
        .isEqualTo("DISTRIBUTED");
    for (JsonNode map : List.of(inline, distributed)) {
      assertThat(map.get("MaxConcurrency").asInt()).isEqualTo(8);
      assertThat(map.get("ItemsPath").asText()).isEqualTo("$.partNumbers");
      assertThat(map.at("/ItemSelector/part.$").asText()).isEqualTo("$$.Map.Item.Value");
      assertThat(map.at("/ItemSelector/execution/name.$").asText()).isEqualTo("$$.Execution.Name");
      assertThat(map.get("Next").asText()).isEqualTo("verify");
    }
    assertThat(inline.toString())
        .contains("States.Format('parse horizon, part {}: {}', $.part, $.error.Cause)");
  }

  @Test
  void forEach_notAfterWhatItCounts_isRefused() {
    Node.ForEach each =
        new Node.ForEach(StepName.GET_LATEST_ASTEROIDS, task(StepName.PARSE_HORIZON), 8);

    assertThatThrownBy(() -> translated(task(StepName.VERIFY), each))
        .hasMessage("parse horizon does not follow get latest asteroids");
  }

  @Test
  void steps_withTheSameName_areRefused() {
    assertThatThrownBy(() -> translated(task(StepName.VERIFY), task(StepName.VERIFY)))
        .hasMessage("two states would be called verify");
  }

  @Test
  void step_withoutFunction_isRefused() {
    Map<StepName, StepTarget> none = Map.of();
    Workflow workflow = Workflow.refresh();
    StateMachineDefinition definition = new StateMachineDefinition(none, 500);

    assertThatThrownBy(() -> definition.of(workflow, Duration.ofHours(1)))
        .hasMessage("no function for create table");
  }

  @Test
  void caught_onlyOneKind_namesItsErrors() {
    assertThat(ErrorNames.of(Set.of(FailureKind.PERMANENT)))
        .containsExactly("dev.assay.lambda.PermanentFailure");
    assertThat(ErrorNames.of(Set.of(FailureKind.values()))).containsExactly("States.ALL");
  }
}
