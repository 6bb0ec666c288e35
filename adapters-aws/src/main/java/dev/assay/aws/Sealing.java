package dev.assay.aws;

import dev.assay.ports.Catalogue.Sealed;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads a generation once, in designation order, and writes what makes it quick to ask: the index,
 * the roster and the boards. Doing it again writes the same.
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

  /** Does the work, and says what came of it. */
  Generation run(List<ChunkRun> runs) {
    new RunMerge(db, table, generation, runs).run(this);
    roster.flush();
    Generation sealed =
        generation.sealedWith(new Sealed(rows, superseded), runs.size(), index.buckets());
    index.items(sealed).forEach(this::write);
    boards.items(sealed, this::write);
    flush();
    return sealed;
  }

  @Override
  public void keep(CatalogueRow row, Address address) {
    CatalogueEntry entry = row.entry();
    Callings.indexed(entry).forEach(calling -> index.add(calling, address));
    boards.add(entry, rows, address);
    roster.add(entry);
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
