package dev.assay.lambda;

import dev.assay.application.workflow.StepName;

/** A failure that is likely to pass: the state machine repeats the step. */
public final class TransientFailure extends StepFailure {
  TransientFailure(StepName step, String message) {
    super(step, message);
  }
}
