package dev.assay.application.workflow;

import java.time.Duration;
import java.util.List;

/** A part of a workflow. */
public sealed interface Node {

  /**
   * One step.
   *
   * @param step which
   * @param retries for each kind of failure at most one rule; a kind without a rule is not retried
   */
  record Task(StepName step, List<RetryRule> retries) implements Node {
    public Task {
      retries = List.copyOf(retries);
      if (retries.stream().map(RetryRule::on).distinct().count() < retries.size()) {
        throw new IllegalArgumentException(step + " has two rules for one kind of failure");
      }
    }
  }

  /**
   * Parts that run one after the other.
   *
   * @param nodes in order
   */
  record Sequence(List<Node> nodes) implements Node {
    public Sequence {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * Parts that run side by side; all have to succeed.
   *
   * @param branches in any order
   */
  record Parallel(List<Node> branches) implements Node {
    public Parallel {
      branches = List.copyOf(branches);
    }
  }

  /**
   * A step that one call may not finish: it is called again, with the cursor that its result names,
   * until the result names none. Each call must advance or fail, so that there is an end.
   *
   * @param task what is called
   * @param pause how long to wait before the next call, 0 or more
   */
  record Repeat(Task task, Duration pause) implements Node {
    public Repeat {
      if (pause.isNegative()) {
        throw new IllegalArgumentException(task.step() + " cannot pause for " + pause);
      }
    }
  }

  /**
   * A step that is done once for every part of the work; all parts have to succeed. Nothing follows
   * from the order in which the parts are done.
   *
   * @param counted the step before whose result tells how many parts there are
   * @param task what is called, each time with the number of its part, from 0
   * @param concurrency how many parts may be worked on at once, 1 or more
   */
  record ForEach(StepName counted, Task task, int concurrency) implements Node {
    public ForEach {
      if (concurrency < 1) {
        throw new IllegalArgumentException(task.step() + " with " + concurrency + " at once");
      }
    }
  }
}
