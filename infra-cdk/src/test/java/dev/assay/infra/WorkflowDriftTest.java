package dev.assay.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.application.workflow.FailureKind;
import dev.assay.application.workflow.Node;
import dev.assay.application.workflow.RetryRule;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Reads the synthesised definition back into a workflow, knowing nothing of how it was written, and
 * holds it against the one of the application.
 */
@RequiresNode
class WorkflowDriftTest {

  private final JsonNode machine = MachineDefinition.of(Synth.ofDefaults());

  @Test
  void definition_readBack_isTheWorkflow() {
    Workflow expected = Workflow.refresh();

    Node.Sequence body = sequence(machine, "notify failure");

    assertThat(body).isEqualTo(expected.body());
    assertThat(expected.caught().kinds()).containsExactlyInAnyOrder(FailureKind.values());
    assertThat(expected.caught().handler()).isEqualTo(StepName.NOTIFY_FAILURE);
  }

  @Test
  void definition_states_areAllReachable() {
    for (JsonNode states : machine.findValues("States")) {
      Set<String> named = new HashSet<>();
      states.forEach(state -> named.addAll(state.findValuesAsText("Next")));
      states.forEach(state -> named.addAll(state.findValuesAsText("Default")));
      List<String> unreachable = new ArrayList<>();
      states.fieldNames().forEachRemaining(unreachable::add);
      unreachable.removeAll(named);

      // The one that a machine starts at need not be named by another.
      assertThat(unreachable).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void definition_asFile_passesTheValidator() throws IOException {
    Path file = Files.createTempFile(Tools.MODULE.resolve("target"), "machine", ".asl.json");
    Files.writeString(file, JsonMapper.builder().build().writeValueAsString(machine));

    Command.Result result = Tools.run("asl-validator", List.of("--json-path", file.toString()));

    assertThat(result.code()).as(result.output()).isZero();
  }

  @Test
  void definition_withAMistake_doesNotPassTheValidator() throws IOException {
    Path file = Files.createTempFile(Tools.MODULE.resolve("target"), "machine", ".asl.json");
    Files.writeString(
        file, machine.toString().replace("\"Default\":\"verify\"", "\"Default\":\"verifi\""));

    assertThat(Tools.run("asl-validator", List.of("--json-path", file.toString())).code())
        .isNotZero();
  }

  private Node.Sequence sequence(JsonNode machine, @Nullable String handler) {
    List<Node> nodes = new ArrayList<>();
    @Nullable String name = machine.get("StartAt").asText();
    while (name != null) {
      JsonNode state = machine.at("/States").get(name);
      assertThat(state).as(name).isNotNull();
      JsonNode following = state;
      switch (state.get("Type").asText()) {
        case "Task" -> nodes.add(task(name, state, handler));
        case "Pass" -> {
          String called = state.get("Next").asText();
          JsonNode check =
              machine.at("/States").get(machine.at("/States").get(called).get("Next").asText());
          nodes.add(repeat(machine, called, check, handler));
          following = check;
        }
        case "Parallel" -> {
          requireCatch(state, handler);
          List<Node> branches = new ArrayList<>();
          state.get("Branches").forEach(branch -> branches.add(only(sequence(branch, null))));
          nodes.add(new Node.Parallel(branches));
        }
        case "Choice" -> {
          JsonNode inline = machine.at("/States").get(state.get("Default").asText());
          JsonNode distributed = machine.at("/States").get(state.at("/Choices/0/Next").asText());
          Node.ForEach each = forEach(inline, handler);
          assertThat(forEach(distributed, handler)).isEqualTo(each);
          assertThat(distributed.get("Next")).isEqualTo(inline.get("Next"));
          nodes.add(each);
          following = inline;
        }
        default -> throw new AssertionError(name + " is a " + state.get("Type"));
      }
      name = next(machine, following);
    }
    return new Node.Sequence(nodes);
  }

  private static @Nullable String next(JsonNode machine, JsonNode state) {
    String next = state.path(state.has("Default") ? "Default" : "Next").asText();
    boolean ends =
        next.isEmpty() || machine.at("/States").get(next).get("Type").asText().equals("Succeed");
    return ends ? null : next;
  }

  private static Node only(Node.Sequence sequence) {
    return sequence.nodes().size() == 1 ? sequence.nodes().get(0) : sequence;
  }

  private Node.Repeat repeat(
      JsonNode machine, String called, JsonNode check, @Nullable String handler) {
    JsonNode again = machine.at("/States").get(check.at("/Choices/0/Next").asText());
    boolean pauses = again.get("Type").asText().equals("Wait");
    Duration pause = pauses ? Duration.ofSeconds(again.get("Seconds").asLong()) : Duration.ZERO;
    assertThat(check.at("/Choices/0/Variable").asText()).isEqualTo("$.finished");
    JsonNode state = machine.at("/States").get(called);
    assertThat(state.at("/Parameters/cursor.$").asText()).isEqualTo("$.cursor");
    return new Node.Repeat(task(called, state, handler), pause);
  }

  private Node.ForEach forEach(JsonNode map, @Nullable String handler) {
    requireCatch(map, handler);
    JsonNode processor = map.get("ItemProcessor");
    String start = processor.get("StartAt").asText();
    Node.Task task = task(start, processor.at("/States").get(start), null);
    assertThat(map.get("ItemsPath").asText()).isEqualTo("$.partNumbers");
    return new Node.ForEach(counted(), task, map.get("MaxConcurrency").asInt());
  }

  /** The branch whose result the Parallel state lets through. */
  private StepName counted() {
    JsonNode parallel =
        machine.at("/States").findParents("ResultSelector").stream()
            .filter(state -> state.get("Type").asText().equals("Parallel"))
            .findFirst()
            .orElseThrow();
    String selected = parallel.at("/ResultSelector/partNumbers.$").asText();
    int index = Integer.parseInt(selected.replaceAll("\\$\\[(\\d+)]\\.partNumbers", "$1"));
    Node branch = only(sequence(parallel.get("Branches").get(index), null));
    return ((Node.Repeat) branch).task().step();
  }

  private Node.Task task(String name, JsonNode state, @Nullable String handler) {
    requireCatch(state, handler == null ? name + " broke off" : handler);
    List<RetryRule> rules = new ArrayList<>();
    for (JsonNode retry : state.path("Retry")) {
      rules.add(rule(retry));
    }
    return new Node.Task(MachineDefinition.step(state), rules);
  }

  private static RetryRule rule(JsonNode retry) {
    FailureKind kind =
        retry.get("ErrorEquals").get(0).asText().equals("dev.assay.lambda.TransientFailure")
            ? FailureKind.TRANSIENT
            : FailureKind.PERMANENT;
    assertThat(retry.get("JitterStrategy").asText()).isEqualTo("FULL");
    return new RetryRule(
        kind,
        retry.get("MaxAttempts").asInt() + 1,
        Duration.ofSeconds(retry.get("IntervalSeconds").asLong()),
        retry.get("BackoffRate").asDouble(),
        Duration.ofSeconds(retry.get("MaxDelaySeconds").asLong()));
  }

  private static void requireCatch(JsonNode state, @Nullable String next) {
    JsonNode last = state.get("Catch").get(state.get("Catch").size() - 1);
    assertThat(last.get("ErrorEquals").toString()).isEqualTo("[\"States.ALL\"]");
    assertThat(last.get("Next").asText()).isEqualTo(next);
  }
}
