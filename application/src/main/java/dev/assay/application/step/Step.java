package dev.assay.application.step;

/** One step of a refresh. Running it again after a failure does no harm. */
@FunctionalInterface
public interface Step {

  /**
   * Does the step.
   *
   * @param run the run it belongs to, with the results of the steps before
   * @return what came of it
   * @throws dev.assay.ports.PortException if the outside made trouble
   * @throws dev.assay.application.source.BadSourceException if an input is not what it should be
   */
  StepResult run(RefreshRun run);
}
