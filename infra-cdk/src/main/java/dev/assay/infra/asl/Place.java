package dev.assay.infra.asl;

import dev.assay.application.workflow.StepName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
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
    String late = name + " timed out";
    String brokeOff = name + " broke off";
    String failed = name + " failed";
    List<Map<String, Object>> catchers =
        List.of(catcher(List.of(ErrorNames.TIMEOUT), late), catcher(caught, brokeOff));
    if (kind == Kind.PART) {
      catchers.forEach(catcher -> catcher.put("ResultPath", "$.error"));
    }
    put(name, state.with("Catch", catchers));
    put(late, State.pass().with("Parameters", timedOut(step)).then(failed));
    put(brokeOff, State.pass().with("Parameters", described(step)).then(failed));
    put(failed, State.fail());
  }

  /** Puts a state that holds others; a failure of theirs has its name already. */
  void putGroup(String name, State state) {
    put(name, kind == Kind.TOP ? state.catching(catcher(caught, handler)) : state);
  }

  private Map<String, Object> described(StepName step) {
    String error = kind == Kind.PART ? "$.error" : "$";
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("Error.$", error + ".Error");
    described.put("Cause.$", format(step, "{}", error + ".Cause"));
    return described;
  }

  /** A time-out of the state machine's own comes without a cause. */
  private Map<String, Object> timedOut(StepName step) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("Error", ErrorNames.TIMEOUT);
    String text = "no answer within the time that the state machine waits";
    if (kind == Kind.PART) {
      described.put("Cause.$", format(step, text));
    } else {
      described.put("Cause", step.title() + ": " + text);
    }
    return described;
  }

  private String format(StepName step, String text, String... values) {
    String before = kind == Kind.PART ? step.title() + ", part {}: " : step.title() + ": ";
    StringJoiner call =
        new StringJoiner(", ", "States.Format(", ")").add("'" + before + text + "'");
    if (kind == Kind.PART) {
      call.add("$.part");
    }
    List.of(values).forEach(call::add);
    return call.toString();
  }

  private static Map<String, Object> catcher(List<String> errors, String next) {
    Map<String, Object> catcher = new LinkedHashMap<>();
    catcher.put("ErrorEquals", errors);
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
