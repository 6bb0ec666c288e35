package dev.assay.application.step;

import dev.assay.application.workflow.StepName;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the steps of a run leave in the object store, for programs in which each step is a process
 * of its own: their results, however large, and their outputs. It goes when a later run succeeds.
 */
public final class RunFolder {

  private final ObjectStore store;
  private final RunObjects objects;
  private final GenerationId run;

  /**
   * Opens the folder of a run.
   *
   * @param store where it is
   * @param run which run
   */
  public RunFolder(ObjectStore store, GenerationId run) {
    this.store = store;
    this.objects = new RunObjects(store);
    this.run = run;
  }

  /**
   * Keeps what came of a step, in place of what came of an earlier attempt.
   *
   * @param step which
   * @param result its result
   */
  public void save(StepName step, StepResult result) {
    objects.write(run, name(step), StepResult.class, sink -> sink.accept(result));
  }

  /**
   * What came of the steps so far.
   *
   * @return in workflow order
   */
  public Map<StepName, StepResult> results() {
    Map<StepName, StepResult> results = new EnumMap<>(StepName.class);
    List<String> kept =
        store.list(RunObjects.key(run, "results/")).stream().map(StoredObject::key).toList();
    for (StepName step : StepName.values()) {
      if (kept.contains(RunObjects.key(run, name(step)))) {
        result(step).ifPresent(result -> results.put(step, result));
      }
    }
    return results;
  }

  private Optional<StepResult> result(StepName step) {
    List<StepResult> found = new ArrayList<>();
    objects.read(run, name(step), StepResult.class, found::add);
    return found.stream().findFirst();
  }

  private static String name(StepName step) {
    return "results/" + step + ".json";
  }

  /**
   * The object that a step left for those after it.
   *
   * @param step which
   * @return what is known of it, or empty if it left none
   */
  public Optional<StoredObject> output(StepName step) {
    return switch (step) {
      case DOWNLOAD_DELTA_V -> SideTable.deltaV(store).stat(run);
      case DOWNLOAD_EXOPLANETS -> store.stat(RunObjects.key(run, RunObjects.EXOPLANETS));
      case CALCULATE_MASSES -> SideTable.masses(store).stat(run);
      case GET_LATEST_ASTEROIDS -> store.stat(RunObjects.key(run, RunObjects.SMALL_BODIES));
      default -> Optional.empty();
    };
  }

  /**
   * Keeps a copy of what a step left, beyond the life of the run.
   *
   * @param output what it left
   * @param key where to keep the copy
   * @return the copy
   */
  public StoredObject copy(StoredObject output, String key) {
    try (InputStream content =
        store
            .open(output.key())
            .orElseThrow(() -> PortException.permanent(output.key() + " is gone; refresh again"))) {
      return store.put(key, ObjectStore.Condition.ALWAYS, content::transferTo).orElseThrow();
    } catch (IOException e) {
      throw PortException.temporary(output.key() + " could not be closed", e);
    }
  }
}
