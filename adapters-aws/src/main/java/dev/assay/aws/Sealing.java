package dev.assay.aws;

import dev.assay.ports.BodyKeys;
import dev.assay.ports.Catalogue.Difference;
import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the table of a generation once, in designation order, and writes what makes it quick to
 * ask: the index, the roster, the boards and, of a layer, which bodies it hides. Doing it again
 * writes the same.
 */
final class Sealing implements RunMerge.Sink {

  /** Items collected before they are written. */
  private static final int MOST_ITEMS = 100;

  private final DynamoDb db;
  private final String table;
  private final Generation generation;
  private final FindIndex.Builder index = new FindIndex.Builder();
  private final Boards.Builder boards;
  private final Roster.Builder roster;
  private final LongStream.Builder put = LongStream.builder();
  private final List<Map<String, AttributeValue>> items = new ArrayList<>();
  private final Map<Integer, Long> superseded = new HashMap<>();
  private int rows;

  Sealing(DynamoDb db, String table, Generation generation, int boardDepth) {
    this.db = db;
    this.table = table;
    this.generation = generation;
    boards = new Boards.Builder(boardDepth);
    roster = new Roster.Builder(generation, this::write);
  }

  /** Seals a generation that rests on nothing. */
  Generation run() {
    int chunks = merge(BodyKeys.NONE);
    return sealed(chunks, rows, 0);
  }

  /** Seals a layer. */
  Generation run(Difference difference) {
    int chunks = merge(difference.unchanged());
    LongStream gone =
        difference.gone().stream().filter(key -> !difference.unchanged().contains(key));
    return layer(chunks, BodyKeys.of(LongStream.concat(gone, put.build())), difference.rows());
  }

  /** Seals a layer that differs from its base by nothing but the bodies put into it. */
  Generation runOver(Layers base) {
    int chunks = merge(BodyKeys.NONE);
    BodyKeys bodies = BodyKeys.of(put.build());
    return layer(chunks, bodies, base.rows() + bodies.size() - base.countOf(bodies));
  }

  private Generation layer(int chunks, BodyKeys hidden, long bodies) {
    HiddenBodies.items(generation, hidden).forEach(this::write);
    return sealed(chunks, bodies, HiddenBodies.pages(hidden.size()));
  }

  /** Goes through all rows but those of some bodies, and returns the number of chunks. */
  private int merge(BodyKeys leftOut) {
    List<ChunkRun> runs = ChunkRun.all(db, table, generation);
    RunMerge.Filter filter =
        (layer, row) -> !leftOut.contains(BodyKeys.key(row.entry().designation()));
    new RunMerge(db, List.of(new RunMerge.Source(table, generation, runs)), filter).run(this);
    return runs.size();
  }

  private Generation sealed(int chunks, long bodies, int hiddenPages) {
    roster.flush();
    Generation sealed =
        generation.sealedWith(
            new Generation.Contents(
                new Sealed(bodies, superseded, rows), chunks, index.buckets(), hiddenPages));
    index.items(sealed).forEach(this::write);
    boards.items(sealed, this::write);
    flush();
    return sealed;
  }

  @Override
  public void keep(CatalogueRow row, Address address) {
    CatalogueEntry entry = row.entry();
    Callings.indexed(entry).forEach(calling -> index.add(calling, address));
    boards.add(entry, address);
    roster.add(entry);
    if (generation.base().isPresent()) {
      put.add(BodyKeys.key(entry.designation()));
    }
    rows++;
  }

  @Override
  public void supersede(CatalogueRow row) {
    superseded.merge(row.source(), 1L, Long::sum);
  }

  private void write(Map<String, AttributeValue> item) {
    items.add(item);
    if (items.size() == MOST_ITEMS) {
      flush();
    }
  }

  private void flush() {
    db.putAll(table, items);
    items.clear();
  }
}
