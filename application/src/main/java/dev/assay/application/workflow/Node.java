package dev.assay.application.workflow;

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
}
