package dev.assay.application.refresh;

/** Tells long work when it has to stop. Implementations are thread-safe and quick. */
@FunctionalInterface
public interface TimeLimit {

  /** As long as it takes. */
  TimeLimit NONE = () -> true;

  /**
   * Whether there is time for the next piece of the work, which takes some seconds.
   *
   * @return false if the work has to stop here
   */
  boolean hasTime();
}
