package dev.assay.local;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as embedded DuckDB files in a directory: one file per generation, and the file
 * {@code CURRENT} that names the active one and the one before.
 *
 * <p>A generation is filled in {@code NAME.building} and renamed to {@code NAME.duckdb} when it is
 * sealed, so a file of that name is always whole. What a killed process left behind is deleted by
 * the next {@link #create}. A generation that rests on another holds what differs; its readers open
 * the files of all it rests on as well. Only one process may fill generations at a time; any number
 * may read.
 */
public final class DuckDbCatalogue implements Catalogue, AutoCloseable {

  private static final Difference NOTHING_ELSE = new Difference(0, BodyKeys.NONE, BodyKeys.NONE);

  private final GenerationFiles files;
  private final DuckDbSettings settings;
  private final CurrentPointer pointer;
  private final GenerationBases bases;
  private final Map<GenerationId, DuckDbLoad> loads = new ConcurrentHashMap<>();
  private final Map<GenerationId, Sealed> sealed = new ConcurrentHashMap<>();

  /**
   * Uses a directory; it is made when something is first written.
   *
   * @param directory where the files lie
   * @param settings limits for the database engine
   */
  public DuckDbCatalogue(Path directory, DuckDbSettings settings) {
    this.files = new GenerationFiles(directory);
    this.settings = settings;
    this.pointer = new CurrentPointer(directory.resolve("CURRENT"));
    this.bases = new GenerationBases(files, settings);
  }

  @Override
  public void create(GenerationId generation) {
    remove(generation, "created anew");
    begin(generation);
  }

  @Override
  public void createOver(GenerationId generation, GenerationId base) {
    if (generation.equals(base) || !files.isSealed(base)) {
      throw PortException.permanent(
          "generation " + base + " is not sealed, so " + generation + " cannot rest on it");
    }
    bases.requireWhole(base);
    remove(generation, "created anew");
    begin(generation);
    bases.begin(generation, base);
  }

  private void begin(GenerationId generation) {
    try {
      WholeFile.createDirectories(files.directory());
    } catch (IOException e) {
      throw FileTrouble.of("prepare", files.directory(), e);
    }
    deleteLeftovers();
    loads.put(generation, DuckDbLoad.into(files.building(generation), settings));
  }

  /** Deletes what killed processes left of half-built generations. */
  private void deleteLeftovers() {
    for (GenerationId generation : generations()) {
      if (!files.isSealed(generation) && !loads.containsKey(generation)) {
        files.delete(generation);
      }
    }
  }

  @Override
  public void put(BodyBatch batch) {
    load(batch.generation(), "takes no rows").put(batch);
  }

  @Override
  public void putPlanets(PlanetTable table) {
    load(table.generation(), "takes no planets").putPlanets(table);
  }

  private DuckDbLoad load(GenerationId generation, String consequence) {
    DuckDbLoad load = loads.get(generation);
    if (load == null) {
      throw PortException.permanent(
          "generation " + generation + " was not created, so it " + consequence);
    }
    return load;
  }

  @Override
  public Sealed seal(GenerationId generation) {
    return seal(generation, bases.ofFilling(generation), NOTHING_ELSE);
  }

  @Override
  public Sealed seal(GenerationId generation, Difference difference) {
    GenerationId base = bases.ofFilling(generation);
    if (base == null && loads.containsKey(generation)) {
      throw PortException.permanent("generation " + generation + " does not rest on another");
    }
    return seal(generation, base, difference);
  }

  private Sealed seal(GenerationId generation, @Nullable GenerationId base, Difference difference) {
    Sealed known = sealed.get(generation);
    if (known != null) {
      return known;
    }
    Sealed result =
        load(generation, "cannot be sealed")
            .seal(base == null ? null : new DuckDbLayer(files, base, difference));
    files.seal(generation);
    sealed.put(generation, result);
    return result;
  }

  @Override
  public void activate(GenerationId generation) {
    if (!files.isSealed(generation)) {
      throw PortException.permanent(
          "generation " + generation + " is not sealed, so it cannot be activated");
    }
    CurrentPointer.Generations before = pointer.read();
    if (!before.isActive(generation)) {
      CurrentPointer.Generations now = before.afterActivating(generation);
      pointer.write(now);
      dropOthers(now);
    }
  }

  private void dropOthers(CurrentPointer.Generations kept) {
    List<GenerationId> others =
        generations().stream().filter(generation -> !kept.contains(generation)).toList();
    if (!others.isEmpty()) {
      Set<GenerationId> restedOn = bases.withBases(kept.newestFirst());
      others.stream().filter(other -> !restedOn.contains(other)).forEach(this::delete);
    }
  }

  @Override
  public Optional<GenerationId> rollback() {
    CurrentPointer.Generations now = pointer.read();
    Optional<GenerationId> previous = previous(now);
    previous.ifPresent(generation -> pointer.write(now.afterActivating(generation)));
    return previous;
  }

  private Optional<GenerationId> previous(CurrentPointer.Generations now) {
    return now.previous().filter(files::isSealed);
  }

  @Override
  public void drop(GenerationId generation) {
    remove(generation, "dropped");
  }

  private void remove(GenerationId generation, String what) {
    if (pointer.read().isActive(generation)) {
      throw PortException.permanent(
          "generation " + generation + " is the active one and cannot be " + what);
    }
    if (bases.isBase(generation)) {
      throw PortException.permanent(
          "another generation rests on " + generation + ", which cannot be " + what);
    }
    delete(generation);
  }

  private void delete(GenerationId generation) {
    abort(generation);
    sealed.remove(generation);
    files.delete(generation);
  }

  @Override
  public List<GenerationId> generations() {
    return files.generations();
  }

  @Override
  public Optional<GenerationId> active() {
    return pointer.read().active();
  }

  @Override
  public Optional<CatalogueReader> read() {
    return active().map(this::reader);
  }

  @Override
  public Optional<CatalogueReader> readPrevious() {
    return previous(pointer.read()).map(this::reader);
  }

  private CatalogueReader reader(GenerationId generation) {
    return new DuckDbReader(generation, files, settings);
  }

  /** Ends every unfinished load. */
  @Override
  public void close() {
    List.copyOf(loads.keySet()).forEach(this::abort);
  }

  private void abort(GenerationId generation) {
    bases.end(generation);
    DuckDbLoad load = loads.remove(generation);
    if (load != null) {
      load.abort();
    }
  }
}
