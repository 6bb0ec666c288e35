package dev.assay.application.workflow;

import dev.assay.application.workflow.Node.ForEach;
import dev.assay.application.workflow.Node.Parallel;
import dev.assay.application.workflow.Node.Repeat;
import dev.assay.application.workflow.Node.Sequence;
import dev.assay.application.workflow.Node.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A workflow as a value, independent of what runs it.
 *
 * @param body what has to be done
 * @param caught what happens when a part of the body fails for good
 */
public record Workflow(Sequence body, Catch caught) {

  /**
   * What follows a failure.
   *
   * @param kinds the kinds of failure it is for
   * @param handler the step that is run instead of the rest; the workflow has failed all the same
   */
  public record Catch(Set<FailureKind> kinds, StepName handler) {
    public Catch {
      kinds = Set.copyOf(kinds);
    }
  }

  private static final RetryRule STORE_TROUBLE =
      new RetryRule(FailureKind.TRANSIENT, 4, Duration.ofSeconds(1), 2, Duration.ofSeconds(20));

  /**
   * The downloader repeats single requests. This repeats a download of small bodies that broke off
   * later; that of a side source is read again by its step, which then does without.
   */
  private static final RetryRule SOURCE_TROUBLE =
      new RetryRule(FailureKind.TRANSIENT, 4, Duration.ofSeconds(10), 2, Duration.ofMinutes(2));

  /** The store that takes the writes sets the pace; more would only wait for it. */
  private static final int PARTS_AT_ONCE = 8;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  /**
   * The refresh of the catalogue.
   *
   * @return always the same value
   */
  public static Workflow refresh() {
    Sequence body =
        new Sequence(
            List.of(
                task(StepName.CREATE_TABLE, STORE_TROUBLE),
                new Parallel(
                    List.of(
                        task(StepName.DOWNLOAD_DELTA_V, SOURCE_TROUBLE),
                        task(StepName.DOWNLOAD_EXOPLANETS, SOURCE_TROUBLE),
                        task(StepName.CALCULATE_MASSES, SOURCE_TROUBLE),
                        new Repeat(
                            task(StepName.GET_LATEST_ASTEROIDS, SOURCE_TROUBLE), Duration.ZERO))),
                new ForEach(
                    StepName.GET_LATEST_ASTEROIDS,
                    task(StepName.PARSE_HORIZON, STORE_TROUBLE),
                    PARTS_AT_ONCE),
                task(StepName.COMPLETE_PARSING, STORE_TROUBLE),
                new Repeat(task(StepName.AWAIT_WRITES, STORE_TROUBLE), BETWEEN_LOOKS),
                task(StepName.VERIFY, STORE_TROUBLE),
                task(StepName.ACTIVATE, STORE_TROUBLE),
                task(StepName.NOTIFY_SUCCESS, STORE_TROUBLE)));
    return new Workflow(body, new Catch(Set.of(FailureKind.values()), StepName.NOTIFY_FAILURE));
  }

  /**
   * The steps that are done as a whole before one of this workflow begins. A step that is done part
   * by part is not among them: the step that follows it holds the parts together.
   *
   * @param step which one
   * @return in workflow order
   * @throws IllegalArgumentException if the workflow has no such step
   */
  public List<StepName> before(StepName step) {
    List<StepName> before = new ArrayList<>();
    for (Node node : body.nodes()) {
      List<StepName> steps = whole(node);
      if (steps.contains(step)) {
        return before;
      }
      before.addAll(steps);
    }
    throw new IllegalArgumentException("the workflow has no step " + step.title());
  }

  private static List<StepName> whole(Node node) {
    if (node instanceof Task task) {
      return List.of(task.step());
    }
    if (node instanceof Repeat repeat) {
      return List.of(repeat.task().step());
    }
    if (node instanceof Sequence sequence) {
      return sequence.nodes().stream().flatMap(part -> whole(part).stream()).toList();
    }
    if (node instanceof Parallel parallel) {
      return parallel.branches().stream().flatMap(branch -> whole(branch).stream()).toList();
    }
    return List.of();
  }

  private static Task task(StepName step, RetryRule rule) {
    return new Task(step, List.of(rule));
  }
}
