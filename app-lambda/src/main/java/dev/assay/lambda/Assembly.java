package dev.assay.lambda;

import dev.assay.application.workflow.StepName;
import dev.assay.ports.PortException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a function of the pipeline is made of.
 *
 * @param ports what its steps need from outside
 * @param settings of the deployment
 * @param lines its log
 */
record Assembly(Ports ports, Settings settings, JsonLines lines) {

  /**
   * The function as the environment says, on AWS.
   *
   * @param first the step that a failure is put down to
   * @param needed settings without which it cannot work
   * @throws PermanentFailure if a setting is missing or wrong, or no region is set
   */
  static Assembly fromEnvironment(StepName first, Setting... needed) {
    Clock clock = Clock.systemUTC();
    try {
      Set<Setting> all = EnumSet.noneOf(Setting.class);
      all.addAll(Set.of(needed));
      Settings settings = Settings.read(System.getenv(), all);
      JsonLines lines = JsonLines.ofFunction(clock, settings.text(Setting.STAGE));
      return new Assembly(new AwsPorts(settings, clock), settings, lines);
    } catch (BadEventException | PortException e) {
      throw new PermanentFailure(first, first.title() + ": " + e.getMessage());
    }
  }
}
