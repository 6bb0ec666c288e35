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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The catalogue in DynamoDB: a table per generation, made when it is created and deleted when it is
 * dropped, and a table that knows the generations and which of them is active.
 *
 * <p>A chunk is written as a sorted run, about 32 bodies in an item, and becomes part of the
 * generation by one marker at the end; so a chunk is there as a whole or not at all, whoever
 * delivers it however often. {@link #seal} reads all runs once, merged by designation, which
 * settles bodies that came twice, and adds an index and the best of every ranking. Any number of
 * processes may fill a generation.
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
    String table = tables.generation(id);
    boolean isNew = generations.find(id).isEmpty();
    Generation generation = Generation.creating(id, UUID.randomUUID().toString().substring(0, 8));
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
    if (isThere(generation, batch.chunk())) {
      return;
    }
    if (generation.state() != Generation.State.OPEN) {
      throw tooLate(batch);
    }
    if (!generation.columns().equals(RowCodec.columns())) {
      throw PortException.permanent(
          "generation "
              + generation.id()
              + " was created by another version of Assay, with other columns; refresh again");
    }
    ChunkRun.Packed packed = ChunkRun.pack(generation, batch.chunk(), batch.rows());
    db.putAll(tables.generation(generation.id()), packed.items());
    if (!commit(generation, packed.run()) && !isThere(generation, batch.chunk())) {
      throw tooLate(batch);
    }
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

  private boolean isThere(Generation generation, int chunk) {
    return db.get(
            tables.generation(generation.id()), ChunkRun.markers(generation), Items.ordered(chunk))
        .isPresent();
  }

  private static PortException tooLate(BodyBatch batch) {
    return PortException.permanent(
        "generation "
            + batch.generation()
            + " takes no more rows: chunk "
            + batch.chunk()
            + " comes too late");
  }

  /** Makes the rows part of the generation, if it is still open and the chunk is new. */
  private boolean commit(Generation generation, ChunkRun run) {
    Put marker =
        Put.builder()
            .tableName(tables.generation(generation.id()))
            .item(run.marker(generation))
            .conditionExpression("attribute_not_exists(pk)")
            .build();
    DynamoDb.Key gate = Gates.of(generation, run.chunk());
    ConditionCheck open =
        ConditionCheck.builder()
            .tableName(tables.generation(generation.id()))
            .key(Items.key(gate.partition(), gate.sort()))
            .conditionExpression("attribute_exists(pk)")
            .build();
    return db.call(
        "write to the table " + tables.generation(generation.id()),
        client -> {
          try {
            client.transactWriteItems(
                r ->
                    r.transactItems(
                        TransactWriteItem.builder().conditionCheck(open).build(),
                        TransactWriteItem.builder().put(marker).build()));
            return true;
          } catch (TransactionCanceledException e) {
            if (isRefused(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  private static boolean isRefused(TransactionCanceledException e) {
    return e.cancellationReasons().stream()
        .anyMatch(reason -> "ConditionalCheckFailed".equals(reason.code()));
  }

  @Override
  public Sealed seal(GenerationId id) {
    Generation generation =
        generations
            .find(id)
            .filter(found -> found.state() != Generation.State.CREATING)
            .filter(found -> found.state() != Generation.State.DROPPING)
            .orElseThrow(() -> notCreated(id, "it cannot be sealed"));
    if (generation.state() == Generation.State.SEALED) {
      return generation.sealed();
    }
    Generation sealing = generation.in(Generation.State.SEALING);
    generations.replace(sealing);
    String table = tables.generation(id);
    db.deleteAll(table, Gates.keys(sealing));
    List<ChunkRun> runs =
        db.all(table, ChunkRun.markers(sealing)).stream().map(ChunkRun::of).toList();
    Generation sealed = new Sealing(db, table, sealing, boardDepth).run(runs);
    generations.replace(sealed);
    return sealed.sealed();
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
    return generations.find(id).filter(g -> g.state() == Generation.State.SEALED).isPresent();
  }

  private void dropOthers(Pointer.Position kept) {
    for (GenerationId other : generations.ids()) {
      if (!kept.contains(other)) {
        delete(other);
      }
    }
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
    return generations.ids();
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
    Generation generation =
        generations
            .find(id)
            .filter(found -> found.state() == Generation.State.SEALED)
            .orElseThrow(
                () ->
                    PortException.temporary(
                        "generation " + id + " was dropped at this moment; try again"));
    return new DynamoDbReader(db, tables.generation(id), generation);
  }
}
