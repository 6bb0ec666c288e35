package dev.assay.infra.asl;

import dev.assay.application.workflow.StepName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of states, and what becomes of failures among them. On top they go to the handler. In
 * branches and parts, which cannot be left for it, the failure is given the name of its step, and
 * the number of its part, before it goes up: when a function is out of time or memory, nobody else
 * knows them.
 */
final class Place {

  private final Map<String, @Nullable Object> states = new LinkedHashMap<>();
  private final Kind kind;
  private final List<String> caught;
  private final String handler;

  private enum Kind {
    TOP,
    BRANCH,
    PART
  }

  private Place(Kind kind, List<String> caught, String handler) {
    this.kind = kind;
    this.caught = caught;
    this.handler = handler;
  }

  static Place top(List<String> caught, String handler) {
    return new Place(Kind.TOP, caught, handler);
  }

  Place branch() {
    return new Place(Kind.BRANCH, caught, handler);
  }

  Place part() {
    return new Place(Kind.PART, caught, handler);
  }

  void put(String name, State state) {
    if (states.putIfAbsent(name, state.fields()) != null) {
      throw new IllegalArgumentException("two states would be called " + name);
    }
  }

  /** Puts a state that runs a step, with what follows its failure. */
  void putStep(String name, StepName step, State state) {
    if (kind == Kind.TOP) {
      putGroup(name, state);
      return;
    }
    String brokeOff = name + " broke off";
    String failed = name + " failed";
    Map<String, Object> catcher = catcher(brokeOff);
    if (kind == Kind.PART) {
      catcher.put("ResultPath", "$.error");
    }
    put(name, state.catching(catcher));
    put(brokeOff, State.pass().with("Parameters", described(step)).then(failed));
    put(failed, State.fail());
  }

  /** Puts a state that holds others; a failure of theirs has its name already. */
  void putGroup(String name, State state) {
    put(name, kind == Kind.TOP ? state.catching(catcher(handler)) : state);
  }

  /** The whole error becomes text, as not every error has a cause. */
  private Map<String, Object> described(StepName step) {
    boolean part = kind == Kind.PART;
    String error = part ? "$.error" : "$";
    String text = part ? step.title() + ", part {}: {}', $.part" : step.title() + ": {}'";
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("Error.$", error + ".Error");
    described.put("Cause.$", "States.Format('" + text + ", States.JsonToString(" + error + "))");
    return described;
  }

  private Map<String, Object> catcher(String next) {
    Map<String, Object> catcher = new LinkedHashMap<>();
    catcher.put("ErrorEquals", caught);
    catcher.put("Next", next);
    return catcher;
  }

  Map<String, @Nullable Object> machine(String start) {
    Map<String, @Nullable Object> machine = new LinkedHashMap<>();
    machine.put("StartAt", start);
    machine.put("States", states);
    return machine;
  }
}
