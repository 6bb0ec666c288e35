package dev.assay.infra.asl;

import dev.assay.application.workflow.Node;
import dev.assay.application.workflow.StepName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Translates the parts of a workflow, each into one or more states. */
final class NodeTranslator {

  /** The function's own time-out comes first, as it says more. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Map<StepName, StepTarget> targets;
  private final int mostInlineParts;

  NodeTranslator(Map<StepName, StepTarget> targets, int mostInlineParts) {
    this.targets = targets;
    this.mostInlineParts = mostInlineParts;
  }

  static StepTarget target(Map<StepName, StepTarget> targets, StepName step) {
    return Optional.ofNullable(targets.get(step))
        .orElseThrow(() -> new IllegalArgumentException("no function for " + step.title()));
  }

  static long patience(StepTarget target) {
    return target.timeout().plus(GRACE).toSeconds();
  }

  /** The name of the state that a part begins with. */
  static String first(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return first(sequence.nodes().get(0));
    } else if (node instanceof Node.Task task) {
      return task.step().title();
    } else if (node instanceof Node.Repeat repeat) {
      return "begin " + repeat.task().step().title();
    } else if (node instanceof Node.ForEach each) {
      return "count parts for " + each.task().step().title();
    }
    List<Node> branches = ((Node.Parallel) node).branches();
    return last(branches.get(0)).map(StepName::title).orElse("branches")
        + " and "
        + (branches.size() - 1)
        + " more";
  }

  /** The step whose result a part ends with. */
  private static Optional<StepName> last(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return last(sequence.nodes().get(sequence.nodes().size() - 1));
    } else if (node instanceof Node.Task task) {
      return Optional.of(task.step());
    } else if (node instanceof Node.Repeat repeat) {
      return Optional.of(repeat.task().step());
    }
    return Optional.empty();
  }

  /**
   * Puts the states of a part.
   *
   * @param next the state that follows; null at the end
   * @param wanted the step whose result the next state reads; null if it reads none
   */
  void put(Node node, Place place, @Nullable String next, @Nullable StepName wanted) {
    if (node instanceof Node.Sequence sequence) {
      putSequence(sequence.nodes(), place, next, wanted);
    } else if (node instanceof Node.Task task) {
      putTask(task, place, next, wanted);
    } else if (node instanceof Node.Repeat repeat) {
      putRepeat(repeat, place, next);
    } else if (node instanceof Node.Parallel parallel) {
      putParallel(parallel, place, next, wanted);
    } else if (node instanceof Node.ForEach each) {
      new ForEachTranslator(target(targets, each.task().step()), mostInlineParts)
          .put(each, place, next);
    }
  }

  private void putSequence(
      List<Node> nodes, Place place, @Nullable String next, @Nullable StepName wanted) {
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      boolean isLast = i == nodes.size() - 1;
      Node following = isLast ? null : nodes.get(i + 1);
      if (node instanceof Node.ForEach each && (i == 0 || !yields(nodes.get(i - 1), each))) {
        throw new IllegalArgumentException(
            each.task().step().title() + " does not follow " + each.counted().title());
      }
      StepName counted = following instanceof Node.ForEach each ? each.counted() : null;
      put(
          node,
          place,
          following == null ? next : first(following),
          following == null ? wanted : counted);
    }
  }

  private static boolean yields(Node node, Node.ForEach each) {
    List<Node> ends = node instanceof Node.Parallel parallel ? parallel.branches() : List.of(node);
    return ends.stream().anyMatch(end -> last(end).filter(each.counted()::equals).isPresent());
  }

  private void putTask(
      Node.Task task, Place place, @Nullable String next, @Nullable StepName wanted) {
    StepTarget target = target(targets, task.step());
    State state = State.task(target).with("Parameters", Inputs.ofRun(target.action()));
    if (task.step() != wanted) {
      state.keepingInput();
    }
    place.putStep(
        task.step().title(),
        task.step(),
        state.with("TimeoutSeconds", patience(target)).retrying(task.retries()).then(next));
  }

  /** Begins without a cursor, and calls again with the one it is given. */
  private void putRepeat(Node.Repeat repeat, Place place, @Nullable String next) {
    StepName step = repeat.task().step();
    String title = step.title();
    StepTarget target = target(targets, step);
    Map<String, @Nullable Object> noCursor = new LinkedHashMap<>();
    noCursor.put("cursor", null);
    place.put(first(repeat), State.pass().with("Result", noCursor).then(title));
    place.putStep(
        title,
        step,
        State.task(target)
            .with("Parameters", Inputs.ofCall(target.action()))
            .with("TimeoutSeconds", patience(target))
            .retrying(repeat.task().retries())
            .then("check " + title));
    String pause = "pause " + title;
    boolean pauses = !repeat.pause().isZero();
    String done = next == null ? "finished " + title : next;
    place.put("check " + title, State.choice(unfinished(pauses ? pause : title), done));
    if (pauses) {
      place.put(pause, State.pause(repeat.pause()).then(title));
    }
    if (next == null) {
      place.put(done, State.succeed());
    }
  }

  private static Map<String, Object> unfinished(String next) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("Variable", "$.finished");
    rule.put("BooleanEquals", false);
    rule.put("Next", next);
    return rule;
  }

  private void putParallel(
      Node.Parallel parallel, Place place, @Nullable String next, @Nullable StepName wanted) {
    List<Map<String, @Nullable Object>> branches = new ArrayList<>();
    Map<String, Object> selected = new LinkedHashMap<>();
    for (Node branch : parallel.branches()) {
      if (last(branch).filter(step -> step == wanted).isPresent()) {
        String result = "$[" + branches.size() + "].";
        selected.put("parts.$", result + "parts");
        selected.put("partNumbers.$", result + "partNumbers");
      }
      Place states = place.branch();
      put(branch, states, null, wanted);
      branches.add(states.machine(first(branch)));
    }
    State state = State.parallel(branches);
    place.putGroup(
        first(parallel),
        (selected.isEmpty() ? state.keepingInput() : state.with("ResultSelector", selected))
            .then(next));
  }
}
