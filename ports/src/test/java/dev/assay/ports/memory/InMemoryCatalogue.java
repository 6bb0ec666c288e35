package dev.assay.ports.memory;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A catalogue in memory. */
public final class InMemoryCatalogue implements Catalogue {

  private final NavigableMap<GenerationId, InMemoryGeneration> generations = new TreeMap<>();
  private @Nullable GenerationId active;
  private @Nullable GenerationId before;

  @Override
  public synchronized void create(GenerationId generation) {
    drop(generation);
    generations.put(generation, new InMemoryGeneration(null));
  }

  @Override
  public synchronized void createOver(GenerationId generation, GenerationId base) {
    if (generation.equals(base) || !existing(base).isSealed()) {
      throw PortException.permanent(generation + " cannot rest on " + base);
    }
    drop(generation);
    generations.put(generation, new InMemoryGeneration(existing(base)));
  }

  @Override
  public synchronized void put(BodyBatch batch) {
    existing(batch.generation()).put(batch);
  }

  @Override
  public synchronized void putPlanets(PlanetTable table) {
    existing(table.generation()).putPlanets(table);
  }

  @Override
  public synchronized Sealed seal(GenerationId generation) {
    return existing(generation).seal();
  }

  @Override
  public synchronized Sealed seal(GenerationId generation, Difference difference) {
    InMemoryGeneration found = existing(generation);
    if (found.base() == null) {
      throw PortException.permanent(generation + " does not rest on another");
    }
    return found.seal(difference);
  }

  @Override
  public synchronized void activate(GenerationId generation) {
    if (!existing(generation).isSealed()) {
      throw PortException.permanent(generation + " is not sealed");
    }
    if (!generation.equals(active)) {
      before = active;
      active = generation;
      generations
          .keySet()
          .removeIf(other -> !other.equals(active) && !other.equals(before) && !isRestedOn(other));
    }
  }

  /** Whether the active generation or the one before rests on another, by way of any others. */
  private boolean isRestedOn(GenerationId base) {
    return rests(active, base) || rests(before, base);
  }

  private boolean rests(@Nullable GenerationId generation, GenerationId base) {
    InMemoryGeneration found = generation == null ? null : generations.get(generation);
    return found != null && found.restsOn(generations.get(base));
  }

  @Override
  public synchronized Optional<GenerationId> rollback() {
    GenerationId target = before;
    if (target == null) {
      return Optional.empty();
    }
    before = active;
    active = target;
    return Optional.of(target);
  }

  @Override
  public synchronized void drop(GenerationId generation) {
    if (generation.equals(active)) {
      throw PortException.permanent(generation + " is active");
    }
    if (generations.keySet().stream().anyMatch(other -> rests(other, generation))) {
      throw PortException.permanent(generation + " is one that another rests on");
    }
    if (generation.equals(before)) {
      before = null;
    }
    generations.remove(generation);
  }

  @Override
  public synchronized List<GenerationId> generations() {
    return List.copyOf(generations.keySet());
  }

  @Override
  public synchronized Optional<GenerationId> active() {
    return Optional.ofNullable(active);
  }

  @Override
  public synchronized Optional<CatalogueReader> read() {
    return active().map(this::reader);
  }

  @Override
  public synchronized Optional<CatalogueReader> readPrevious() {
    return Optional.ofNullable(before).map(this::reader);
  }

  private CatalogueReader reader(GenerationId generation) {
    InMemoryGeneration found = existing(generation);
    return new InMemoryReader(generation, found.entries(), found.planets());
  }

  private InMemoryGeneration existing(GenerationId generation) {
    InMemoryGeneration found = generations.get(generation);
    if (found == null) {
      throw PortException.permanent(generation + " does not exist");
    }
    return found;
  }
}
