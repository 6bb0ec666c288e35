package dev.assay.infra.asl;

import dev.assay.application.workflow.FailureKind;
import dev.assay.application.workflow.RetryRule;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A workflow as Amazon States Language with JSONPath.
 *
 * <p>Between the states goes next to nothing: each step leaves its result in the bucket. What does
 * is the cursor of a step that is called again, and the numbers of the parts that a step is done
 * for.
 */
public final class StateMachineDefinition {

  /**
   * Up to so many parts are worked on within the execution, whose history holds 25,000 events: 500
   * parts at up to 16 events each, retries included, leave room for four hours of looking every ten
   * seconds whether all is written, at 9 events a look. More parts get executions of their own.
   */
  public static final int MOST_INLINE_PARTS = 500;

  private static final String END = "refresh failed";

  /** The last thing that is done for a run that failed must not fail for a trifle. */
  private static final List<RetryRule> HANDLER_RETRIES =
      List.of(
          new RetryRule(
              FailureKind.TRANSIENT, 4, Duration.ofSeconds(2), 2, Duration.ofSeconds(30)));

  private final Map<StepName, StepTarget> targets;
  private final int mostInlineParts;

  /**
   * Makes a translator.
   *
   * @param targets what to call for each step
   * @param mostInlineParts how many parts are worked on without executions of their own
   */
  public StateMachineDefinition(Map<StepName, StepTarget> targets, int mostInlineParts) {
    this.targets = Map.copyOf(targets);
    this.mostInlineParts = mostInlineParts;
  }

  /**
   * Translates a workflow.
   *
   * @param workflow what has to be done
   * @param timeout how long all of it may take
   * @return the definition, ready to be written as JSON
   */
  public Map<String, @Nullable Object> of(Workflow workflow, Duration timeout) {
    StepName handler = workflow.caught().handler();
    Place top = Place.top(ErrorNames.of(workflow.caught().kinds()), handler.title());
    NodeTranslator translator = new NodeTranslator(targets, mostInlineParts);
    translator.put(workflow.body(), top, null, null);
    putHandler(top, handler);
    Map<String, @Nullable Object> machine = new LinkedHashMap<>();
    machine.put("Comment", "Gathers, values and loads all small bodies");
    machine.put("TimeoutSeconds", timeout.toSeconds());
    machine.putAll(top.machine(NodeTranslator.first(workflow.body())));
    return machine;
  }

  /** The run has failed, whether the handler succeeds or not. */
  private void putHandler(Place top, StepName handler) {
    StepTarget target = NodeTranslator.target(targets, handler);
    Map<String, Object> catcher = new LinkedHashMap<>();
    catcher.put("ErrorEquals", List.of(ErrorNames.ANY));
    catcher.put("ResultPath", "$.handler");
    catcher.put("Next", END);
    top.put(
        handler.title(),
        State.task(target)
            .with("Parameters", Inputs.ofFailure(target.action()))
            .keepingInput()
            .with("TimeoutSeconds", NodeTranslator.patience(target))
            .retrying(HANDLER_RETRIES)
            .catching(catcher)
            .then(END));
    top.put(END, State.fail());
  }
}
