package dev.assay.application.step;

import dev.assay.ports.GenerationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a run loads its generation, decided when it is created: in full, or only what differs from
 * the generation it is to rest on. All steps and attempts of the run follow it.
 *
 * @param base name of the generation to rest on; null for a full load
 * @param reason why, for people
 * @param active name of the generation that was active when the run began; null if there was none
 */
record LoadPlan(@Nullable String base, String reason, @Nullable String active) {

  private static final String NAME = "load.json";

  static LoadPlan full(String reason) {
    return new LoadPlan(null, reason, null);
  }

  static LoadPlan over(GenerationId base) {
    return new LoadPlan(base.value(), "only what differs from " + base, base.value());
  }

  /** The same plan for a run before which this generation was active; null for none. */
  LoadPlan after(@Nullable GenerationId generation) {
    return new LoadPlan(base, reason, generation == null ? null : generation.value());
  }

  Optional<GenerationId> baseGeneration() {
    return Optional.ofNullable(base).map(GenerationId::new);
  }

  Optional<GenerationId> activeGeneration() {
    return Optional.ofNullable(active).map(GenerationId::new);
  }

  void save(RunObjects objects, GenerationId run) {
    objects.write(run, NAME, LoadPlan.class, sink -> sink.accept(this));
  }

  /** The plan of a run; a full load if none was made. */
  static LoadPlan load(RunObjects objects, GenerationId run) {
    List<LoadPlan> found = new ArrayList<>();
    objects.read(run, NAME, LoadPlan.class, found::add);
    return found.stream().findFirst().orElse(full("no plan was made"));
  }
}
