package dev.assay.infra.asl;

import dev.assay.application.workflow.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that is done for each of many parts, as a Map state: within the execution if they are few,
 * else as a Distributed Map whose parts have executions, and histories, of their own.
 */
final class ForEachTranslator {

  private final StepTarget target;
  private final int mostInlineParts;

  ForEachTranslator(StepTarget target, int mostInlineParts) {
    this.target = target;
    this.mostInlineParts = mostInlineParts;
  }

  void put(Node.ForEach each, Place place, @Nullable String next) {
    String title = each.task().step().title();
    String inline = title + " part by part";
    String distributed = title + " in child executions";
    Map<String, Object> many = new LinkedHashMap<>();
    many.put("Variable", "$.parts");
    many.put("NumericGreaterThan", mostInlineParts);
    many.put("Next", distributed);
    place.put(NodeTranslator.first(each), State.choice(many, inline));
    place.putGroup(inline, map(each, place, title, Map.of("Mode", "INLINE"), next));
    Map<String, Object> child = new LinkedHashMap<>();
    child.put("Mode", "DISTRIBUTED");
    child.put("ExecutionType", "STANDARD");
    place.putGroup(
        distributed, map(each, place, title + " in a child", child, next).with("Label", "parts"));
  }

  private State map(
      Node.ForEach each,
      Place place,
      String title,
      Map<String, Object> mode,
      @Nullable String next) {
    Place part = place.part();
    // The selector has put the whole input together: a child execution knows no other context.
    // Of each result next to nothing is kept: all of them together have to fit into one state.
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("rows.$", "$.rows");
    part.putStep(
        title,
        each.task().step(),
        State.task(target)
            .with("ResultSelector", kept)
            .with("TimeoutSeconds", NodeTranslator.patience(target))
            .retrying(each.task().retries())
            .then(null));
    Map<String, @Nullable Object> processor = new LinkedHashMap<>();
    processor.put("ProcessorConfig", mode);
    processor.putAll(part.machine(title));
    return State.map()
        .with("ItemsPath", "$.partNumbers")
        .with("ItemSelector", Inputs.ofPart(target.action()))
        .with("MaxConcurrency", each.concurrency())
        .with("ItemProcessor", processor)
        .keepingInput()
        .then(next);
  }
}
