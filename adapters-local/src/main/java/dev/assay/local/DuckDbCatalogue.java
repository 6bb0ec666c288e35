package dev.assay.local;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The catalogue as embedded DuckDB files in a directory: one file per generation, and the file
 * {@code CURRENT} that names the active one and the one before.
 *
 * <p>A generation is filled in {@code NAME.building} and renamed to {@code NAME.duckdb} when it is
 * sealed, so a file of that name is always whole. What a killed process left behind is deleted by
 * the next {@link #create}. Only one process may fill generations at a time; any number may read.
 */
public final class DuckDbCatalogue implements Catalogue, AutoCloseable {

  private static final String SEALED = ".duckdb";
  private static final String BUILDING = ".building";

  private final Path directory;
  private final DuckDbSettings settings;
  private final CurrentPointer pointer;
  private final Map<GenerationId, DuckDbLoad> loads = new ConcurrentHashMap<>();
  private final Map<GenerationId, Sealed> sealed = new ConcurrentHashMap<>();

  /**
   * Uses a directory; it is made when something is first written.
   *
   * @param directory where the files lie
   * @param settings limits for the database engine
   */
  public DuckDbCatalogue(Path directory, DuckDbSettings settings) {
    this.directory = directory;
    this.settings = settings;
    this.pointer = new CurrentPointer(directory.resolve("CURRENT"));
  }

  @Override
  public void create(GenerationId generation) {
    refuseActive(generation, "created anew");
    abort(generation);
    try {
      WholeFile.createDirectories(directory);
      deleteLeftovers();
      deleteFiles(generation);
    } catch (IOException e) {
      throw FileTrouble.of("prepare", directory, e);
    }
    sealed.remove(generation);
    loads.put(generation, DuckDbLoad.into(buildingFile(generation), settings));
  }

  /** Deletes what killed processes left of half-built generations. */
  private void deleteLeftovers() throws IOException {
    for (GenerationId generation : generations()) {
      if (!Files.exists(sealedFile(generation)) && !loads.containsKey(generation)) {
        deleteFiles(generation);
      }
    }
  }

  /** Deletes the database of a generation with the log and the spilled data beside it. */
  private void deleteFiles(GenerationId generation) throws IOException {
    for (Path file : files()) {
      if (file.getFileName().toString().startsWith(generation + ".")) {
        deleteTree(file);
      }
    }
  }

  private static void deleteTree(Path file) throws IOException {
    try (Stream<Path> parts = Files.walk(file)) {
      for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(part);
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
    Sealed known = sealed.get(generation);
    if (known != null) {
      return known;
    }
    Sealed result = load(generation, "cannot be sealed").seal();
    try {
      Files.move(buildingFile(generation), sealedFile(generation));
    } catch (IOException e) {
      throw FileTrouble.of("seal", sealedFile(generation), e);
    }
    sealed.put(generation, result);
    return result;
  }

  @Override
  public void activate(GenerationId generation) {
    if (!Files.exists(sealedFile(generation))) {
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
    for (GenerationId other : generations()) {
      if (!kept.contains(other)) {
        drop(other);
      }
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
    return now.previous().filter(generation -> Files.exists(sealedFile(generation)));
  }

  @Override
  public void drop(GenerationId generation) {
    refuseActive(generation, "dropped");
    abort(generation);
    sealed.remove(generation);
    try {
      deleteFiles(generation);
    } catch (IOException e) {
      throw FileTrouble.of("delete", sealedFile(generation), e);
    }
  }

  @Override
  public List<GenerationId> generations() {
    return files().stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.contains(SEALED) || name.contains(BUILDING))
        .map(name -> name.substring(0, name.indexOf('.')))
        // What somebody else put there names no generation and is left alone.
        .filter(GenerationId::isValid)
        .map(GenerationId::new)
        .distinct()
        .sorted()
        .toList();
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
    return new DuckDbReader(generation, sealedFile(generation), settings);
  }

  /** Ends every unfinished load. */
  @Override
  public void close() {
    List.copyOf(loads.keySet()).forEach(this::abort);
  }

  private void abort(GenerationId generation) {
    DuckDbLoad load = loads.remove(generation);
    if (load != null) {
      load.abort();
    }
  }

  private void refuseActive(GenerationId generation, String what) {
    if (pointer.read().isActive(generation)) {
      throw PortException.permanent(
          "generation " + generation + " is the active one and cannot be " + what);
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw FileTrouble.of("list", directory, e);
    }
  }

  private Path sealedFile(GenerationId generation) {
    return directory.resolve(generation + SEALED);
  }

  private Path buildingFile(GenerationId generation) {
    return directory.resolve(generation + BUILDING);
  }
}
