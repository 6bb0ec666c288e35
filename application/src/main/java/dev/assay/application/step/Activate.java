package dev.assay.application.step;

import dev.assay.ports.Catalogue;

/** Makes the generation the one that people query. */
public final class Activate implements Step {

  private final Catalogue catalogue;

  /**
   * Makes the step.
   *
   * @param catalogue holds the generation
   */
  public Activate(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public StepResult run(RefreshRun run) {
    catalogue.activate(run.generation());
    return StepResult.EMPTY;
  }
}
