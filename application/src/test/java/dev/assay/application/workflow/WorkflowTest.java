package dev.assay.application.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.workflow.Node.ForEach;
import dev.assay.application.workflow.Node.Parallel;
import dev.assay.application.workflow.Node.Repeat;
import dev.assay.application.workflow.Node.Sequence;
import dev.assay.application.workflow.Node.Task;
import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowTest {

  private final Workflow refresh = Workflow.refresh();

  private static Stream<Task> tasks(Node node) {
    if (node instanceof Task task) {
      return Stream.of(task);
    }
    if (node instanceof Repeat repeat) {
      return Stream.of(repeat.task());
    }
    if (node instanceof ForEach forEach) {
      return Stream.of(forEach.task());
    }
    List<Node> parts =
        node instanceof Sequence sequence ? sequence.nodes() : ((Parallel) node).branches();
    return parts.stream().flatMap(WorkflowTest::tasks);
  }

  private static List<StepName> steps(Node node) {
    return tasks(node).map(Task::step).toList();
  }

  @Test
  void refresh_always_hasTheStepsInTheirOrder() {
    assertThat(refresh.body().nodes())
        .extracting(WorkflowTest::steps)
        .containsExactly(
            List.of(StepName.CREATE_TABLE),
            List.of(
                StepName.DOWNLOAD_DELTA_V,
                StepName.DOWNLOAD_EXOPLANETS,
                StepName.CALCULATE_MASSES,
                StepName.GET_LATEST_ASTEROIDS),
            List.of(StepName.PARSE_HORIZON),
            List.of(StepName.COMPLETE_PARSING),
            List.of(StepName.AWAIT_WRITES),
            List.of(StepName.VERIFY),
            List.of(StepName.ACTIVATE),
            List.of(StepName.NOTIFY_SUCCESS));
  }

  @Test
  void before_verification_areAllStepsButTheOneDonePartByPart() {
    assertThat(refresh.before(StepName.VERIFY))
        .containsExactly(
            StepName.CREATE_TABLE,
            StepName.DOWNLOAD_DELTA_V,
            StepName.DOWNLOAD_EXOPLANETS,
            StepName.CALCULATE_MASSES,
            StepName.GET_LATEST_ASTEROIDS,
            StepName.COMPLETE_PARSING,
            StepName.AWAIT_WRITES);
  }

  @Test
  void before_handlerOfFailures_isRefused() {
    assertThatThrownBy(() -> refresh.before(StepName.NOTIFY_FAILURE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refresh_gathering_runsInParallelBranches() {
    assertThat(refresh.body().nodes()).filteredOn(Parallel.class::isInstance).hasSize(1);
    assertThat(refresh.body().nodes().get(1))
        .isInstanceOfSatisfying(
            Parallel.class,
            gathering ->
                assertThat(gathering.branches()).hasOnlyElementsOfTypes(Task.class, Repeat.class));
  }

  @Test
  void refresh_everyStepButTheHandler_isDoneOnce() {
    List<StepName> all = new ArrayList<>(List.of(StepName.values()));
    all.remove(refresh.caught().handler());

    assertThat(steps(refresh.body())).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void refresh_anyKindOfFailure_isToldByNotifyFailure() {
    assertThat(refresh.caught().kinds())
        .containsExactlyInAnyOrder(FailureKind.TRANSIENT, FailureKind.PERMANENT);
    assertThat(refresh.caught().handler()).isEqualTo(StepName.NOTIFY_FAILURE);
  }

  @Test
  void refresh_onlyPassingTrouble_isRetried() {
    assertThat(tasks(refresh.body()).flatMap(task -> task.retries().stream()))
        .isNotEmpty()
        .extracting(RetryRule::on)
        .containsOnly(FailureKind.TRANSIENT);
  }

  @Test
  void refresh_everyStep_isRetried() {
    assertThat(tasks(refresh.body())).noneMatch(task -> task.retries().isEmpty());
  }

  @Test
  void refresh_parsing_isDoneForEveryPartThatWasDownloaded() {
    assertThat(refresh.body().nodes().get(2))
        .isInstanceOfSatisfying(
            ForEach.class,
            parts -> {
              assertThat(parts.counted()).isEqualTo(StepName.GET_LATEST_ASTEROIDS);
              assertThat(parts.task().step()).isEqualTo(StepName.PARSE_HORIZON);
              assertThat(parts.concurrency()).isBetween(2, 40);
            });
  }

  @Test
  void refresh_stepsThatOneCallMayNotFinish_areRepeated() {
    Node gathering = refresh.body().nodes().get(1);
    Stream<Node> nodes =
        Stream.concat(refresh.body().nodes().stream(), ((Parallel) gathering).branches().stream());

    assertThat(nodes.filter(Repeat.class::isInstance).flatMap(node -> steps(node).stream()))
        .containsExactlyInAnyOrder(StepName.GET_LATEST_ASTEROIDS, StepName.AWAIT_WRITES);
  }

  @Test
  void repeat_pauseBelowZero_isRefused() {
    Task task = new Task(StepName.VERIFY, List.of());

    assertThatThrownBy(() -> new Repeat(task, Duration.ofSeconds(-1)))
        .hasMessage("VERIFY cannot pause for PT-1S");
  }

  @Test
  void forEach_noneAtOnce_isRefused() {
    Task task = new Task(StepName.VERIFY, List.of());

    assertThatThrownBy(() -> new ForEach(StepName.CREATE_TABLE, task, 0))
        .hasMessage("VERIFY with 0 at once");
  }

  @Test
  void refresh_twice_isTheSameValue() {
    assertThat(refresh).isEqualTo(Workflow.refresh());
  }

  @Test
  void task_twoRulesForOneKind_isRefused() {
    RetryRule rule =
        new RetryRule(FailureKind.TRANSIENT, 2, Duration.ofSeconds(1), 2, Duration.ofSeconds(9));

    assertThatThrownBy(() -> new Task(StepName.VERIFY, List.of(rule, rule)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("VERIFY has two rules for one kind of failure");
  }

  @Test
  void task_aRuleForEachKind_isAccepted() {
    Stream<RetryRule> rules =
        Stream.of(FailureKind.values())
            .map(kind -> new RetryRule(kind, 2, Duration.ZERO, 1, Duration.ZERO));

    assertThat(new Task(StepName.VERIFY, rules.toList()).retries()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE_TABLE,         create table",
    "DOWNLOAD_DELTA_V,     download delta v",
    "DOWNLOAD_EXOPLANETS,  download exoplanets",
    "GET_LATEST_ASTEROIDS, get latest asteroids",
    "PARSE_HORIZON,        parse horizon",
    "COMPLETE_PARSING,     complete parsing",
    "AWAIT_WRITES,         await writes",
    "VERIFY,               verify",
    "ACTIVATE,             activate",
    "NOTIFY_FAILURE,       notify failure"
  })
  void title_inAnyLocale_isPlainLowerCase(StepName step, String title) {
    assertThat(step.title()).isEqualTo(title);
  }

  @Test
  void kind_ofAFailure_isTransientOnlyIfAPortSaysSo() {
    assertThat(FailureKind.of(PortException.temporary("busy"))).isEqualTo(FailureKind.TRANSIENT);
    assertThat(
            List.of(
                PortException.permanent("full"),
                new BadSourceException("table", "is empty"),
                new IllegalStateException("odd"),
                new RuntimeException(PortException.temporary("hidden"))))
        .extracting(FailureKind::of)
        .containsOnly(FailureKind.PERMANENT);
  }
}
