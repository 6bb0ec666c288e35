package dev.assay.lambda;

import dev.assay.application.workflow.StepName;

/**
 * A step has failed. The state machine tells the kinds apart by the name of the class; the message
 * is one line: which step, which part, what happened, where, and what to do.
 *
 * <p>It has neither stack nor cause, because Lambda would write both into the answer; the log has
 * them.
 */
public abstract sealed class StepFailure extends RuntimeException
    permits TransientFailure, PermanentFailure {

  private final StepName step;

  StepFailure(StepName step, String message) {
    super(message, null, false, false);
    this.step = step;
  }

  /**
   * Which step has failed.
   *
   * @return its name
   */
  public StepName step() {
    return step;
  }
}
