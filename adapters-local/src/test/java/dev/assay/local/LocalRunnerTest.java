package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.refresh.SmallBodySource;
import dev.assay.application.step.RefreshRun;
import dev.assay.application.step.Step;
import dev.assay.application.step.StepResult;
import dev.assay.application.workflow.FailureKind;
import dev.assay.application.workflow.Node;
import dev.assay.application.workflow.RetryRule;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import dev.assay.local.LocalRunner.Ended;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalRunnerTest {

  private static final RetryRule RULE =
      new RetryRule(FailureKind.TRANSIENT, 4, Duration.ofSeconds(10), 2, Duration.ofSeconds(30));
  private static final RefreshRequest REQUEST =
      new RefreshRequest(
          new GenerationId("run-1"),
          Instant.EPOCH,
          "assay",
          List.of(new SmallBodySource("t", List.of(URI.create("file:///t")))),
          null,
          URI.create("file:///m"),
          null,
          true,
          false);

  private final Map<StepName, Step> steps = new EnumMap<>(StepName.class);
  private final List<StepName> started = new CopyOnWriteArrayList<>();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private final List<RefreshRun> handled = new ArrayList<>();

  LocalRunnerTest() {
    for (StepName name : StepName.values()) {
      does(name, run -> new StepResult(name.ordinal(), List.of(), List.of()));
    }
    does(
        StepName.NOTIFY_FAILURE,
        run -> {
          handled.add(run);
          return StepResult.EMPTY;
        });
  }

  private void does(StepName name, Step step) {
    steps.put(
        name,
        run -> {
          started.add(name);
          return step.run(run);
        });
  }

  private void fails(StepName name, RuntimeException... failures) {
    List<RuntimeException> left = new CopyOnWriteArrayList<>(failures);
    does(
        name,
        run -> {
          if (left.isEmpty()) {
            return StepResult.EMPTY;
          }
          throw left.remove(0);
        });
  }

  private Ended run(Node... nodes) {
    return run(EnumSet.allOf(FailureKind.class), nodes);
  }

  private Ended run(Set<FailureKind> caught, Node... nodes) {
    Workflow workflow =
        new Workflow(
            new Node.Sequence(List.of(nodes)), new Workflow.Catch(caught, StepName.NOTIFY_FAILURE));
    return new LocalRunner(steps, pauses::add, () -> 0.5).run(workflow, REQUEST);
  }

  private static Node task(StepName name) {
    return new Node.Task(name, List.of(RULE));
  }

  private static Node parallel(StepName... names) {
    return new Node.Parallel(Arrays.stream(names).map(LocalRunnerTest::task).toList());
  }

  private static PortException passing(String message) {
    return PortException.temporary(message);
  }

  @Test
  void run_inOrder_passesResultsOn() {
    List<Set<StepName>> seen = new ArrayList<>();
    does(
        StepName.VERIFY,
        run -> {
          seen.add(run.results().keySet());
          return StepResult.EMPTY;
        });

    Ended ended = run(task(StepName.CREATE_TABLE), task(StepName.VERIFY), task(StepName.ACTIVATE));

    assertThat(started).containsExactly(StepName.CREATE_TABLE, StepName.VERIFY, StepName.ACTIVATE);
    assertThat(seen).containsExactly(Set.of(StepName.CREATE_TABLE));
    assertThat(ended.results())
        .containsOnlyKeys(StepName.CREATE_TABLE, StepName.VERIFY, StepName.ACTIVATE);
    assertThat(ended.failure()).isNull();
    assertThat(ended.cause()).isNull();
    assertThat(handled).isEmpty();
  }

  @Test
  void run_wholeRefresh_takesEachStepOnce() {
    Ended ended = new LocalRunner(steps, pauses::add, () -> 0.5).run(Workflow.refresh(), REQUEST);

    assertThat(started)
        .doesNotHaveDuplicates()
        .hasSize(StepName.values().length - 2)
        .doesNotContain(StepName.PARSE_HORIZON)
        .startsWith(StepName.CREATE_TABLE)
        .endsWith(StepName.VERIFY, StepName.ACTIVATE, StepName.NOTIFY_SUCCESS);
    assertThat(ended.cause()).isNull();
  }

  @Test
  void repeat_untilTheResultNamesNoCursor_handsItOn() {
    List<String> cursors = new ArrayList<>();
    does(
        StepName.VERIFY,
        run -> {
          cursors.add(String.valueOf(run.cursor()));
          return cursors.size() < 3
              ? StepResult.unfinished("after " + cursors.size())
              : StepResult.ofParts(7);
        });

    Ended ended = run(new Node.Repeat((Node.Task) task(StepName.VERIFY), Duration.ofSeconds(3)));

    assertThat(cursors).containsExactly("null", "after 1", "after 2");
    assertThat(pauses).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3));
    assertThat(ended.results()).containsEntry(StepName.VERIFY, StepResult.ofParts(7));
  }

  @Test
  void repeat_transientFailure_goesOnFromTheSameCursor() {
    List<String> cursors = new ArrayList<>();
    does(
        StepName.VERIFY,
        run -> {
          cursors.add(String.valueOf(run.cursor()));
          if (cursors.size() == 2) {
            throw passing("one");
          }
          return cursors.size() < 3 ? StepResult.unfinished("after 1") : StepResult.EMPTY;
        });

    Ended ended = run(new Node.Repeat((Node.Task) task(StepName.VERIFY), Duration.ZERO));

    assertThat(cursors).containsExactly("null", "after 1", "after 1");
    assertThat(ended.failure()).isNull();
  }

  private Ended runParts(int parts) {
    does(StepName.GET_LATEST_ASTEROIDS, run -> StepResult.ofParts(parts));
    return run(
        task(StepName.GET_LATEST_ASTEROIDS),
        new Node.ForEach(
            StepName.GET_LATEST_ASTEROIDS, (Node.Task) task(StepName.PARSE_HORIZON), 4),
        task(StepName.COMPLETE_PARSING));
  }

  @Test
  void forEach_everyPart_isDoneOnce() {
    List<Integer> parts = new ArrayList<>();
    does(
        StepName.PARSE_HORIZON,
        run -> {
          parts.add(run.part());
          return StepResult.EMPTY;
        });

    assertThat(runParts(3).failure()).isNull();
    assertThat(parts).containsExactly(0, 1, 2);
  }

  @Test
  void forEach_partThatFailsInPassing_isRepeatedByItself() {
    List<Integer> parts = new ArrayList<>();
    does(
        StepName.PARSE_HORIZON,
        run -> {
          parts.add(run.part());
          if (parts.size() == 2) {
            throw passing("one");
          }
          return StepResult.EMPTY;
        });

    assertThat(runParts(3).failure()).isNull();
    assertThat(parts).containsExactly(0, 1, 1, 2);
  }

  @Test
  void forEach_partThatFails_isTheFailureOfTheRun() {
    fails(StepName.PARSE_HORIZON, PortException.permanent("never"));

    assertThat(runParts(3).failure())
        .isEqualTo(new RefreshRun.Failure(StepName.PARSE_HORIZON, "never"));
    assertThat(started).doesNotContain(StepName.COMPLETE_PARSING);
  }

  @Test
  void forEach_noPart_goesOn() {
    assertThat(runParts(0).results()).containsKey(StepName.COMPLETE_PARSING);
  }

  @Test
  void transientFailure_isRepeatedAfterGrowingPauses() {
    fails(StepName.VERIFY, passing("one"), passing("two"), passing("three"));

    Ended ended = run(task(StepName.VERIFY));

    assertThat(ended.failure()).isNull();
    assertThat(started).hasSize(4);
    assertThat(pauses)
        .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(15));
  }

  @Test
  void transientFailure_afterTheLastAttempt_isTheFailureOfTheRun() {
    PortException last = passing("four");
    fails(StepName.VERIFY, passing("one"), passing("two"), passing("three"), last, passing("five"));

    Ended ended = run(task(StepName.VERIFY), task(StepName.ACTIVATE));

    assertThat(ended.failure()).isEqualTo(new RefreshRun.Failure(StepName.VERIFY, "four"));
    assertThat(ended.cause()).isSameAs(last);
    assertThat(pauses).hasSize(3);
    assertThat(started).doesNotContain(StepName.ACTIVATE);
    assertThat(handled).hasSize(1);
  }

  @Test
  void permanentFailure_isNotRepeated() {
    fails(StepName.VERIFY, PortException.permanent("never"));

    assertThat(run(task(StepName.VERIFY)).failure())
        .isEqualTo(new RefreshRun.Failure(StepName.VERIFY, "never"));
    assertThat(pauses).isEmpty();
  }

  @Test
  void failureThatTurnsPermanent_endsTheRepeating() {
    fails(StepName.VERIFY, passing("one"), PortException.permanent("never"));

    assertThat(run(task(StepName.VERIFY)).cause()).hasMessage("never");
    assertThat(pauses).hasSize(1);
  }

  @Test
  void transientFailure_withoutARule_isNotRepeated() {
    fails(StepName.VERIFY, passing("once"));

    assertThat(run(new Node.Task(StepName.VERIFY, List.of())).cause()).hasMessage("once");
    assertThat(pauses).isEmpty();
  }

  @Test
  void handler_seesTheFailureAndWhatSucceeded_once() {
    fails(StepName.VERIFY, PortException.permanent("never"));

    run(task(StepName.CREATE_TABLE), task(StepName.VERIFY));

    assertThat(handled).hasSize(1);
    assertThat(handled.get(0).failure())
        .isEqualTo(new RefreshRun.Failure(StepName.VERIFY, "never"));
    assertThat(handled.get(0).results()).containsOnlyKeys(StepName.CREATE_TABLE);
    assertThat(handled.get(0).request()).isSameAs(REQUEST);
  }

  @Test
  void handlerThatFails_doesNotHideTheCause() {
    PortException cause = PortException.permanent("the cause");
    PortException further = PortException.permanent("further trouble");
    fails(StepName.VERIFY, cause);
    fails(StepName.NOTIFY_FAILURE, further);

    Ended ended = run(task(StepName.VERIFY));

    assertThat(ended.cause()).isSameAs(cause).hasSuppressedException(further);
    assertThat(ended.failure()).isEqualTo(new RefreshRun.Failure(StepName.VERIFY, "the cause"));
    assertThat(started).containsOnlyOnce(StepName.NOTIFY_FAILURE);
  }

  @Test
  void faultOfAStep_isCaughtLikeAnyFailure() {
    IllegalStateException fault = new IllegalStateException();
    fails(StepName.VERIFY, fault);

    Ended ended = run(task(StepName.VERIFY));

    assertThat(ended.cause()).isSameAs(fault);
    assertThat(ended.failure())
        .isEqualTo(new RefreshRun.Failure(StepName.VERIFY, "IllegalStateException"));
    assertThat(handled).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(FailureKind.class)
  void kindThatIsNotCaught_runsNoHandler(FailureKind caught) {
    fails(StepName.VERIFY, PortException.permanent("never"));

    Ended ended = run(EnumSet.of(caught), task(StepName.VERIFY));

    assertThat(ended.cause()).hasMessage("never");
    assertThat(handled).hasSize(caught == FailureKind.PERMANENT ? 1 : 0);
  }

  @Test
  void parallelBranches_runAtTheSameTime() {
    CyclicBarrier together = new CyclicBarrier(2);
    Step meeting =
        run -> {
          try {
            together.await();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
          return StepResult.EMPTY;
        };
    does(StepName.DOWNLOAD_DELTA_V, meeting);
    does(StepName.CALCULATE_MASSES, meeting);

    Ended ended =
        run(parallel(StepName.DOWNLOAD_DELTA_V, StepName.CALCULATE_MASSES), task(StepName.VERIFY));

    assertThat(ended.results())
        .containsOnlyKeys(StepName.DOWNLOAD_DELTA_V, StepName.CALCULATE_MASSES, StepName.VERIFY);
  }

  @Test
  void failedBranch_doesNotCutTheOthersShort() {
    CountDownLatch failed = new CountDownLatch(1);
    List<String> finished = new CopyOnWriteArrayList<>();
    does(
        StepName.DOWNLOAD_DELTA_V,
        run -> {
          failed.countDown();
          throw PortException.permanent("gone");
        });
    does(
        StepName.CALCULATE_MASSES,
        run -> {
          awaitFor(failed);
          finished.add("masses");
          return StepResult.EMPTY;
        });

    Ended ended =
        run(parallel(StepName.DOWNLOAD_DELTA_V, StepName.CALCULATE_MASSES), task(StepName.VERIFY));

    assertThat(finished).containsExactly("masses");
    assertThat(ended.failure())
        .isEqualTo(new RefreshRun.Failure(StepName.DOWNLOAD_DELTA_V, "gone"));
    assertThat(ended.results()).containsOnlyKeys(StepName.CALCULATE_MASSES);
    assertThat(started).doesNotContain(StepName.VERIFY);
  }

  @Test
  void severalFailedBranches_theFirstInOrderCounts_andOneHandlerRuns() {
    fails(StepName.CALCULATE_MASSES, PortException.permanent("first in order"));
    fails(StepName.DOWNLOAD_DELTA_V, PortException.permanent("second in order"));

    Ended ended = run(parallel(StepName.CALCULATE_MASSES, StepName.DOWNLOAD_DELTA_V));

    assertThat(ended.failure())
        .isEqualTo(new RefreshRun.Failure(StepName.CALCULATE_MASSES, "first in order"));
    assertThat(handled).hasSize(1);
  }

  @Test
  void branch_isRepeatedByItself() {
    fails(StepName.DOWNLOAD_DELTA_V, passing("one"));

    assertThat(run(parallel(StepName.DOWNLOAD_DELTA_V, StepName.CALCULATE_MASSES)).cause())
        .isNull();
    assertThat(started).hasSize(3).containsOnlyOnce(StepName.CALCULATE_MASSES);
  }

  @Test
  void interruptedPause_endsTheRun_andLeavesTheMark() {
    fails(StepName.VERIFY, passing("one"));
    LocalRunner runner =
        new LocalRunner(
            steps,
            pause -> {
              throw new InterruptedException("enough");
            },
            () -> 0.5);
    Workflow workflow =
        new Workflow(
            new Node.Sequence(List.of(task(StepName.VERIFY))),
            new Workflow.Catch(EnumSet.allOf(FailureKind.class), StepName.NOTIFY_FAILURE));

    Ended ended = runner.run(workflow, REQUEST);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ended.cause()).isInstanceOf(InterruptedException.class);
    assertThat(ended.failure()).isEqualTo(new RefreshRun.Failure(StepName.VERIFY, "enough"));
    assertThat(handled).hasSize(1);
  }

  @Test
  void stepThatNobodyDoes_isAFailure() {
    steps.remove(StepName.VERIFY);

    assertThat(run(task(StepName.VERIFY)).cause())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("verify");
  }

  private static void awaitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
