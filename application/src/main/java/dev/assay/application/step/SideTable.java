package dev.assay.application.step;

import dev.assay.application.source.DeltaVEntry;
import dev.assay.application.step.CalculateMasses.BodyMass;
import dev.assay.application.step.RunObjects.Elements;
import dev.assay.application.step.TakeOver.Known;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.StoredObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A small table that is merged into the small bodies. A step leaves it for those after it, and it
 * is kept as long as the generation can be returned to: a later run takes it over if it can get
 * nothing else.
 */
final class SideTable<T> {

  private static final String ROOT = "side-tables/";

  private final ObjectStore store;
  private final RunObjects objects;
  private final String what;
  private final String name;
  private final Class<T> type;

  private SideTable(ObjectStore store, String what, String name, Class<T> type) {
    this.store = store;
    this.objects = new RunObjects(store);
    this.what = what;
    this.name = name;
    this.type = type;
  }

  static SideTable<BodyMass> masses(ObjectStore store) {
    return new SideTable<>(store, "masses", "masses.json", BodyMass.class);
  }

  static SideTable<DeltaVEntry> deltaV(ObjectStore store) {
    return new SideTable<>(store, "delta-v list", "delta-v.json", DeltaVEntry.class);
  }

  /** Deletes the tables of all other generations. */
  static void keepOnly(ObjectStore store, Set<GenerationId> generations) {
    new RunObjects(store).keepOnly(ROOT, generations);
  }

  /** What to call it in messages. */
  String what() {
    return what;
  }

  void write(GenerationId generation, Elements<T> rows) {
    objects.writeKey(key(generation), type, rows);
  }

  /** Hands out the rows, if the generation has the table. */
  void read(GenerationId generation, Consumer<T> sink) {
    if (!objects.readKey(key(generation), type, sink)) {
      // Where earlier versions left it.
      objects.read(generation, name, type, sink);
    }
  }

  Optional<StoredObject> stat(GenerationId generation) {
    return store.stat(key(generation));
  }

  private String key(GenerationId generation) {
    return ROOT + generation + "/" + name;
  }

  /**
   * Takes over the table of the generation that was active when the run began.
   *
   * @param reason why nothing newer can be had
   */
  StepResult takeOver(RefreshRun run, String reason) {
    return new TakeOver(what, "rows")
        .run(
            reason,
            () -> LoadPlan.load(objects, run.generation()).activeGeneration().map(this::known),
            rows -> write(run.generation(), rows::forEach));
  }

  private Known<T> known(GenerationId generation) {
    List<T> rows = new ArrayList<>();
    read(generation, rows::add);
    return new Known<>(generation, rows);
  }
}
