package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.application.workflow.StepName;
import dev.assay.infra.asl.ErrorNames;
import dev.assay.infra.asl.StateMachineDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each way in which each step can fail for good: the synthesised definition runs in the
 * interpreter, on functions that do nothing and fail where they are told to.
 */
@RequiresNode
class FailurePathsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TIMEOUT = "States.Timeout";
  private static final List<String> ERRORS =
      List.of("Runtime.ExitError", TIMEOUT, ErrorNames.PERMANENT);
  private static final int PART = 1;
  private static final int FEW_PARTS = 2;
  private static final int MANY_PARTS = StateMachineDefinition.MOST_INLINE_PARTS + 1;

  /** Steps beside others: the state machine puts their names before the cause. */
  private static final Set<StepName> IN_BRANCHES =
      Set.of(
          StepName.DOWNLOAD_DELTA_V,
          StepName.DOWNLOAD_EXOPLANETS,
          StepName.CALCULATE_MASSES,
          StepName.GET_LATEST_ASTEROIDS);

  @TempDir static Path folder;

  private static JsonNode definition = JSON.missingNode();
  private static JsonNode ended = JSON.missingNode();
  private static JsonNode told = JSON.missingNode();

  /**
   * One execution.
   *
   * @param step which fails; parsing fails for one of its parts
   * @param error how
   * @param parts how many parts there are said to be
   * @param handlerError how the notification fails as well; null if it does not
   */
  record Scenario(StepName step, String error, int parts, @Nullable String handlerError) {

    ObjectNode input() {
      ObjectNode input = JSON.createObjectNode().put("part", PART).put("parts", parts);
      ObjectNode failures = input.putObject("failures").put(step.name(), error);
      if (handlerError != null) {
        failures.put(StepName.NOTIFY_FAILURE.name(), handlerError);
      }
      return input;
    }

    /** What the execution ends with, and what the notification is given. */
    String cause() {
      if (IN_BRANCHES.contains(step)) {
        return step.title() + ": " + reason();
      }
      return step == StepName.PARSE_HORIZON
          ? step.title() + ", part " + PART + ": " + reason()
          : error.equals(TIMEOUT) ? "" : reason();
    }

    private String reason() {
      return error.equals(TIMEOUT)
          ? "no answer within the time that the state machine waits"
          : StubFunctions.cause(error);
    }
  }

  static List<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>();
    for (String error : ERRORS) {
      for (StepName step : StepName.values()) {
        if (step != StepName.NOTIFY_FAILURE) {
          scenarios.add(new Scenario(step, error, FEW_PARTS, null));
        }
      }
      scenarios.add(new Scenario(StepName.PARSE_HORIZON, error, MANY_PARTS, null));
      scenarios.add(new Scenario(StepName.VERIFY, ErrorNames.PERMANENT, FEW_PARTS, error));
    }
    return scenarios;
  }

  @BeforeAll
  static void runAll() throws IOException {
    MachineRunner machine = MachineRunner.ofSynthesised(folder);
    definition = machine.definition();
    Map<String, JsonNode> inputs = new HashMap<>();
    scenarios().forEach(scenario -> inputs.put(scenario.toString(), scenario.input()));
    try (StubFunctions functions = new StubFunctions()) {
      ended = machine.run(inputs, functions.address());
      told = JSON.valueToTree(functions.failuresTold());
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void execution_stepFailsForGood_endsWithItsErrorAndTellsIt(Scenario scenario) {
    JsonNode result = ended.get(scenario.toString());
    JsonNode event = told.get(scenario.toString());

    assertThat(result.get("status").asText()).as(result.toString()).isEqualTo("FAILED");
    assertThat(result.get("error").asText()).as(result.toString()).isEqualTo(scenario.error());
    assertThat(result.get("cause").asText()).isEqualTo(scenario.cause());
    assertThat(event.at("/error/Error").asText()).isEqualTo(scenario.error());
    assertThat(event.at("/error/Cause").asText()).isEqualTo(scenario.cause());
    assertThat(event.get("request")).isEqualTo(scenario.input());
  }

  /** A Catch that no scenario takes could lead anywhere. */
  @Test
  void catches_ofTheDefinition_areAllTaken() {
    Set<String> expected = new TreeSet<>();
    states().forEach((name, state) -> expected.addAll(catches(name, state)));

    assertThat(expected).isNotEmpty();
    assertThat(seen("caught")).isEqualTo(expected);
  }

  private static List<String> catches(String name, JsonNode state) {
    return state.path("Catch").findValuesAsText("Next").stream()
        .map(next -> name + " -> " + next)
        .toList();
  }

  @Test
  void failStates_ofTheDefinition_areAllEntered() {
    Set<String> expected = new TreeSet<>();
    states()
        .forEach(
            (name, state) -> {
              if (state.has("ErrorPath") || state.has("CausePath")) {
                expected.add(name);
              }
            });

    assertThat(expected).isNotEmpty();
    assertThat(seen("entered")).containsAll(expected);
  }

  /** What all executions together did. */
  private static Set<String> seen(String what) {
    Set<String> seen = new TreeSet<>();
    ended.findValues(what).forEach(list -> list.forEach(name -> seen.add(name.asText())));
    return seen;
  }

  /** All states, those within others too; their names are unique. */
  private static Map<String, JsonNode> states() {
    Map<String, JsonNode> states = new HashMap<>();
    for (JsonNode group : definition.findValues("States")) {
      collect(group, states);
    }
    return states;
  }

  private static void collect(JsonNode group, Map<String, JsonNode> states) {
    group
        .properties()
        .forEach(
            state -> {
              states.put(state.getKey(), state.getValue());
              state.getValue().findValues("States").forEach(inner -> collect(inner, states));
            });
  }
}
