package dev.assay.lambda;

import dev.assay.application.workflow.StepName;

/** A failure that repeating cannot mend: the run ends, and people are told. */
public final class PermanentFailure extends StepFailure {
  PermanentFailure(StepName step, String message) {
    super(step, message);
  }
}
