package dev.assay.aws;

import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The catalogue in DynamoDB: a table per generation, made when it is created and deleted when it is
 * dropped, and a table that knows the generations and which of them is active.
 *
 * <p>A chunk is written as a sorted run, about 32 bodies in an item, and becomes part of the
 * generation by one marker at the end; so a chunk is there as a whole or not at all, whoever
 * delivers it however often. {@link #seal} reads all runs once, merged by designation, which
 * settles bodies that came twice, and adds an index and the best of every ranking. Any number of
 * processes may fill a generation. One that rests on another is such a table as well, with what
 * differs; readers look into it first, and below only for what it does not hide.
 */
public final class DynamoDbCatalogue implements Catalogue {

  private final TableNames tables;
  private final int boardDepth;
  private final DynamoDb db;
  private final Tables tableWork;
  private final Generations generations;
  private final Pointer pointer;

  /**
   * Uses a catalogue, whose table of the state must exist.
   *
   * @param client talks to DynamoDB
   * @param tables how its tables are named
   * @param backoff how patient to be when DynamoDB asks to slow down
   */
  public DynamoDbCatalogue(DynamoDbClient client, TableNames tables, Backoff backoff) {
    this(client, tables, backoff, Board.DEPTH);
  }

  /** For tests: with boards that hold fewer bodies. */
  DynamoDbCatalogue(DynamoDbClient client, TableNames tables, Backoff backoff, int boardDepth) {
    this.tables = tables;
    this.boardDepth = boardDepth;
    db = new DynamoDb(client, backoff);
    tableWork = new Tables(db, backoff);
    generations = new Generations(db, tables.state());
    pointer = new Pointer(db, tables.state());
  }

  @Override
  public void create(GenerationId id) {
    refuseActive(id, "created anew");
    generations.lineage().refuseBase(id, "created anew");
    create(id, Optional.empty());
  }

  @Override
  public void createOver(GenerationId id, GenerationId base) {
    refuseActive(id, "created anew");
    generations.lineage().refuseBase(id, "created anew");
    if (id.equals(base) || !isSealed(base)) {
      throw PortException.permanent(
          "generation " + base + " is not sealed, so " + id + " cannot rest on it");
    }
    create(id, Optional.of(base));
  }

  private void create(GenerationId id, Optional<GenerationId> base) {
    String table = tables.generation(id);
    boolean isNew = generations.find(id).isEmpty();
    String incarnation = UUID.randomUUID().toString().substring(0, 8);
    Generation generation = Generation.creating(id, incarnation, base);
    generations.put(generation);
    if (!isNew) {
      tableWork.deleteAndWait(table);
    }
    tableWork.create(table);
    db.putAll(table, Gates.items(generation));
    generations.replace(generation.in(Generation.State.OPEN));
  }

  @Override
  public void put(BodyBatch batch) {
    Generation generation =
        generations
            .find(batch.generation())
            .filter(found -> found.state() != Generation.State.CREATING)
            .orElseThrow(() -> notCreated(batch.generation(), "it takes no rows"));
    new ChunkWriter(db, tables.generation(generation.id()), generation).write(batch);
  }

  @Override
  public void putPlanets(PlanetTable table) {
    Generation generation =
        generations
            .find(table.generation())
            .filter(found -> found.state() == Generation.State.OPEN)
            .orElseThrow(
                () ->
                    PortException.permanent(
                        "generation "
                            + table.generation()
                            + " was not created or is sealed, so it takes no planets"));
    PlanetPages pages = PlanetPages.of(table.planets());
    db.putAll(tables.generation(generation.id()), pages.items(generation));
    generations.replace(generation.withPlanets(pages.set()));
  }

  @Override
  public Sealed seal(GenerationId id) {
    Generation generation = toBeSealed(id);
    Optional<GenerationId> base = generation.base();
    return seal(
        generation,
        sealing -> base.isEmpty() ? sealing.run() : sealing.runOver(layers(base.get())));
  }

  @Override
  public Sealed seal(GenerationId id, Difference difference) {
    Generation generation = toBeSealed(id);
    if (generation.base().isEmpty()) {
      throw PortException.permanent(
          "generation " + id + " does not rest on another, so it cannot differ from it");
    }
    return seal(generation, sealing -> sealing.run(difference));
  }

  private Generation toBeSealed(GenerationId id) {
    return generations
        .find(id)
        .filter(found -> found.state() != Generation.State.CREATING)
        .filter(found -> found.state() != Generation.State.DROPPING)
        .orElseThrow(() -> notCreated(id, "it cannot be sealed"));
  }

  private Sealed seal(Generation generation, Function<Sealing, Generation> work) {
    if (generation.isSealed()) {
      return generation.contents().sealed();
    }
    Generation closed = generation.in(Generation.State.SEALING);
    generations.replace(closed);
    String table = tables.generation(closed.id());
    db.deleteAll(table, Gates.keys(closed));
    int depth = closed.base().isEmpty() ? boardDepth : Math.min(boardDepth, Board.LAYER_DEPTH);
    Generation sealed = work.apply(new Sealing(db, table, closed, depth));
    generations.replace(sealed);
    return sealed.contents().sealed();
  }

  private static PortException notCreated(GenerationId id, String so) {
    return PortException.permanent("generation " + id + " was not created, so " + so);
  }

  @Override
  public void activate(GenerationId id) {
    if (!isSealed(id)) {
      throw PortException.permanent(
          "generation " + id + " is not sealed, so it cannot be activated");
    }
    Pointer.Position seen = pointer.read();
    if (!seen.isActive(id)) {
      dropOthers(pointer.switchTo(id, seen));
    }
  }

  private boolean isSealed(GenerationId id) {
    return generations.find(id).filter(Generation::isSealed).isPresent();
  }

  private void dropOthers(Pointer.Position kept) {
    generations.lineage().allBut(kept.generations()).forEach(this::delete);
  }

  @Override
  public Optional<GenerationId> rollback() {
    Pointer.Position seen = pointer.read();
    Optional<GenerationId> previous = seen.previous().filter(this::isSealed);
    previous.ifPresent(id -> pointer.switchTo(id, seen));
    return previous;
  }

  @Override
  public void drop(GenerationId id) {
    refuseActive(id, "dropped");
    generations.lineage().refuseBase(id, "dropped");
    delete(id);
  }

  private void delete(GenerationId id) {
    Optional<Generation> found = generations.find(id);
    if (found.isPresent()) {
      generations.put(found.get().in(Generation.State.DROPPING));
      tableWork.delete(tables.generation(id));
      generations.forget(id);
    }
  }

  private void refuseActive(GenerationId id, String what) {
    if (pointer.read().isActive(id)) {
      throw PortException.permanent(
          "generation " + id + " is the active one and cannot be " + what);
    }
  }

  @Override
  public List<GenerationId> generations() {
    return generations.all().stream().map(Generation::id).toList();
  }

  @Override
  public Optional<GenerationId> active() {
    return pointer.read().active();
  }

  @Override
  public Optional<CatalogueReader> read() {
    return active().map(this::open);
  }

  @Override
  public Optional<CatalogueReader> readPrevious() {
    return pointer.read().previous().filter(this::isSealed).map(this::open);
  }

  private CatalogueReader open(GenerationId id) {
    return new DynamoDbReader(db, tables.generation(id), layers(id));
  }

  /** The tables of a generation and of those it rests on. */
  private Layers layers(GenerationId id) {
    List<Generation> found = generations.lineage().from(id);
    if (found.isEmpty()
        || !found.stream().allMatch(Generation::isSealed)
        || found.get(found.size() - 1).base().isPresent()) {
      throw PortException.temporary("generation " + id + " was dropped at this moment; try again");
    }
    return new Layers(
        db, found.stream().map(g -> new Layer(db, tables.generation(g.id()), g)).toList());
  }
}
