package dev.assay.application.step;

import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.workflow.FailureKind;
import dev.assay.application.workflow.Node;
import dev.assay.application.workflow.RetryRule;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a workflow one step after the other, on one thread and without pauses. */
final class SequentialRunner {

  private final Map<StepName, Step> steps;

  SequentialRunner(Map<StepName, Step> steps) {
    this.steps = new EnumMap<>(steps);
  }

  /** How a run ended. */
  record Ended(Map<StepName, StepResult> results, RefreshRun.@Nullable Failure failure) {

    boolean succeeded() {
      return failure == null;
    }
  }

  private static final class StepFailed extends RuntimeException {
    private final transient RefreshRun.Failure failure;

    StepFailed(StepName step, RuntimeException cause) {
      super(cause);
      this.failure = new RefreshRun.Failure(step, String.valueOf(cause.getMessage()));
    }
  }

  Ended run(Workflow workflow, RefreshRequest request) {
    Map<StepName, StepResult> results = new EnumMap<>(StepName.class);
    try {
      run(workflow.body(), request, results);
      return new Ended(results, null);
    } catch (StepFailed failed) {
      try {
        step(workflow.caught().handler())
            .run(new RefreshRun(request, results).failed(failed.failure));
      } catch (RuntimeException e) {
        failed.addSuppressed(e);
      }
      return new Ended(results, failed.failure);
    }
  }

  private void run(Node node, RefreshRequest request, Map<StepName, StepResult> results) {
    if (node instanceof Node.Task task) {
      results.put(task.step(), attempt(task, new RefreshRun(request, results)));
    } else if (node instanceof Node.Repeat repeat) {
      results.put(repeat.task().step(), repeated(repeat, new RefreshRun(request, results)));
    } else if (node instanceof Node.ForEach forEach) {
      int parts = results.getOrDefault(forEach.counted(), StepResult.EMPTY).parts();
      // Backwards: nothing may follow from the order.
      for (int part = parts - 1; part >= 0; part--) {
        attempt(forEach.task(), new RefreshRun(request, results).forPart(part));
      }
    } else if (node instanceof Node.Sequence sequence) {
      sequence.nodes().forEach(part -> run(part, request, results));
    } else if (node instanceof Node.Parallel parallel) {
      parallel.branches().forEach(branch -> run(branch, request, results));
    }
  }

  private StepResult repeated(Node.Repeat repeat, RefreshRun run) {
    StepResult result = attempt(repeat.task(), run);
    while (result.cursor() != null) {
      result = attempt(repeat.task(), run.from(result.cursor()));
    }
    return result;
  }

  private StepResult attempt(Node.Task task, RefreshRun run) {
    for (int attempt = 1; ; attempt++) {
      try {
        return step(task.step()).run(run);
      } catch (RuntimeException e) {
        if (attempt >= attempts(task, FailureKind.of(e))) {
          throw new StepFailed(task.step(), e);
        }
      }
    }
  }

  private static int attempts(Node.Task task, FailureKind kind) {
    return task.retries().stream()
        .filter(rule -> rule.on() == kind)
        .mapToInt(RetryRule::maxAttempts)
        .findFirst()
        .orElse(1);
  }

  private Step step(StepName name) {
    Step step = steps.get(name);
    if (step == null) {
      throw new IllegalStateException("no step " + name);
    }
    return step;
  }
}
