package dev.assay.local;

import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.step.RefreshRun;
import dev.assay.application.step.Step;
import dev.assay.application.step.StepResult;
import dev.assay.application.workflow.FailureKind;
import dev.assay.application.workflow.Node;
import dev.assay.application.workflow.RetryRule;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a workflow in this process: steps in order, parallel branches on threads of their own. Parts
 * are done one after the other: a step that works on a part uses all processors by itself.
 */
public final class LocalRunner {

  /** Waits between attempts. */
  @FunctionalInterface
  public interface Pause {

    /**
     * Waits.
     *
     * @param duration how long
     * @throws InterruptedException if the run is to be given up
     */
    void of(Duration duration) throws InterruptedException;
  }

  private final Map<StepName, Step> steps;
  private final Pause pause;
  private final DoubleSupplier jitter;

  /**
   * Makes a runner.
   *
   * @param steps what each step of the workflow does
   * @param pause waits between attempts
   * @param jitter numbers from 0 to below 1 that spread the attempts
   */
  public LocalRunner(Map<StepName, Step> steps, Pause pause, DoubleSupplier jitter) {
    this.steps = new EnumMap<>(steps);
    this.pause = pause;
    this.jitter = jitter;
  }

  /**
   * How a run ended.
   *
   * @param results what each step that succeeded came to
   * @param failure what failed; null if nothing did
   * @param cause the exception behind the failure; null if nothing failed
   */
  public record Ended(
      Map<StepName, StepResult> results,
      RefreshRun.@Nullable Failure failure,
      @Nullable Throwable cause) {}

  /**
   * Runs a workflow to its end.
   *
   * @param workflow what to do
   * @param request what was asked
   * @return how it ended; a step's failure is part of the answer, never thrown
   */
  public Ended run(Workflow workflow, RefreshRequest request) {
    Map<StepName, StepResult> results = new EnumMap<>(StepName.class);
    try {
      run(workflow.body(), request, results);
      return new Ended(results, null, null);
    } catch (StepFailed failed) {
      Throwable cause = failed.cause();
      RefreshRun.Failure failure = new RefreshRun.Failure(failed.step, message(cause));
      if (workflow.caught().kinds().contains(FailureKind.of(cause))) {
        RefreshRun run = new RefreshRun(request, results).failed(failure);
        handle(workflow.caught().handler(), run, cause);
      }
      return new Ended(results, failure, cause);
    }
  }

  /** The handler's own trouble is attached to the failure: it must not hide it. */
  private void handle(StepName handler, RefreshRun run, Throwable cause) {
    try {
      step(handler).run(run);
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static String message(Throwable cause) {
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private void run(Node node, RefreshRequest request, Map<StepName, StepResult> results) {
    if (node instanceof Node.Task task) {
      results.put(task.step(), attempt(task, new RefreshRun(request, results)));
    } else if (node instanceof Node.Repeat repeat) {
      results.put(repeat.task().step(), repeated(repeat, new RefreshRun(request, results)));
    } else if (node instanceof Node.ForEach forEach) {
      runParts(forEach, new RefreshRun(request, results));
    } else if (node instanceof Node.Sequence sequence) {
      sequence.nodes().forEach(part -> run(part, request, results));
    } else if (node instanceof Node.Parallel parallel) {
      runBranches(parallel, request, results);
    }
  }

  private StepResult repeated(Node.Repeat repeat, RefreshRun run) {
    StepResult result = attempt(repeat.task(), run);
    while (result.cursor() != null) {
      waitBefore(repeat.pause(), repeat.task().step());
      result = attempt(repeat.task(), run.from(result.cursor()));
    }
    return result;
  }

  /** What comes of a part is for the step that holds the parts together, which follows. */
  private void runParts(Node.ForEach forEach, RefreshRun run) {
    StepResult counted = run.results().getOrDefault(forEach.counted(), StepResult.EMPTY);
    for (int part = 0; part < counted.parts(); part++) {
      attempt(forEach.task(), run.forPart(part));
    }
  }

  /** Each branch sees the results from before; all are waited for, and the first failure counts. */
  private void runBranches(
      Node.Parallel parallel, RefreshRequest request, Map<StepName, StepResult> results) {
    ExecutorService threads = Executors.newFixedThreadPool(parallel.branches().size());
    try {
      List<CompletableFuture<Map<StepName, StepResult>>> branches = new ArrayList<>();
      for (Node branch : parallel.branches()) {
        Map<StepName, StepResult> own = new EnumMap<>(results);
        branches.add(
            CompletableFuture.supplyAsync(
                () -> {
                  run(branch, request, own);
                  return own;
                },
                threads));
      }
      join(branches, results);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void join(
      List<CompletableFuture<Map<StepName, StepResult>>> branches,
      Map<StepName, StepResult> results) {
    Optional<StepFailed> first = Optional.empty();
    for (CompletableFuture<Map<StepName, StepResult>> branch : branches) {
      try {
        results.putAll(branch.join());
      } catch (CompletionException e) {
        if (e.getCause() instanceof StepFailed failed) {
          first = first.or(() -> Optional.of(failed));
        } else {
          throw e;
        }
      }
    }
    if (first.isPresent()) {
      throw first.get();
    }
  }

  private StepResult attempt(Node.Task task, RefreshRun run) {
    for (int attempt = 1; ; attempt++) {
      try {
        return step(task.step()).run(run);
      } catch (RuntimeException e) {
        Optional<RetryRule> rule = rule(task, e);
        if (rule.isEmpty() || attempt >= rule.get().maxAttempts()) {
          throw new StepFailed(task.step(), e);
        }
        waitBefore(rule.get().delayAfter(attempt, jitter.getAsDouble()), task.step());
      }
    }
  }

  private static Optional<RetryRule> rule(Node.Task task, RuntimeException failure) {
    FailureKind kind = FailureKind.of(failure);
    return task.retries().stream().filter(rule -> rule.on() == kind).findFirst();
  }

  private void waitBefore(Duration delay, StepName step) {
    try {
      pause.of(delay);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailed(step, e);
    }
  }

  private Step step(StepName name) {
    Step step = steps.get(name);
    if (step == null) {
      throw new IllegalStateException("nothing is known to do for the step " + name.title());
    }
    return step;
  }

  /** Carries a failure out of nested parts with the step it belongs to. */
  private static final class StepFailed extends RuntimeException {
    private final StepName step;

    StepFailed(StepName step, Throwable cause) {
      super(cause);
      this.step = step;
    }

    Throwable cause() {
      return Objects.requireNonNull(getCause());
    }
  }
}
