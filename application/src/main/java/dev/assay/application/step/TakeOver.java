package dev.assay.application.step;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes over what the active generation has of a side source that is unavailable.
 *
 * @param what what the source holds, for messages
 * @param things what each row is, in the plural
 */
record TakeOver(String what, String things) {

  /** What a generation has. */
  record Known<T>(GenerationId from, List<T> rows) {}

  /**
   * Does it. An active generation that cannot be read at all must not keep a new one from taking
   * its place.
   *
   * @param reason why nothing newer can be had
   * @param active reads what the active generation has
   * @param sink takes the rows, if there are any
   * @throws PortException transient if the active generation cannot be read now; any of the sink
   */
  <T> StepResult run(String reason, Supplier<Optional<Known<T>>> active, Consumer<List<T>> sink) {
    Optional<Known<T>> found;
    try {
      found = active.get().filter(known -> !known.rows().isEmpty());
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.TRANSIENT) {
        throw e;
      }
      return without(
          reason, "those of the active generation could not be taken over: " + e.getMessage());
    }
    if (found.isEmpty()) {
      return without(reason, "and no earlier run left any");
    }
    Known<T> known = found.get();
    int count = known.rows().size();
    sink.accept(known.rows());
    String kept = "; kept the " + count + " " + things + " of generation " + known.from();
    return new StepResult(count, List.of(), List.of(what + ": " + reason + kept));
  }

  private StepResult without(String reason, String more) {
    return StepResult.warning("no " + what + ": " + reason + "; " + more);
  }
}
