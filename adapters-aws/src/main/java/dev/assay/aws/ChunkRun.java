package dev.assay.aws;

import dev.assay.domain.body.Designation;
import dev.assay.ports.CatalogueRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The rows of one chunk as they lie in the table: sorted, in groups of {@link #GROUP} rows that
 * make one item each, and a marker that says they are all there.
 *
 * @param chunk number of the chunk
 * @param run tells this content from another that was sent as the same chunk
 * @param rows number of rows
 * @param first the lowest designation
 * @param last the highest designation
 */
record ChunkRun(int chunk, String run, int rows, Designation first, Designation last) {

  /**
   * Rows in an item. Write units are counted per 1 KB of an item, begun ones in full, so small
   * groups waste; a point read pays for the whole group, so large ones do.
   */
  static final int GROUP = 32;

  /** By designation, of one designation the one that stays first. */
  static final Comparator<CatalogueRow> ORDER =
      Comparator.comparing((CatalogueRow row) -> new Designation(row.entry().designation()))
          .thenComparing(
              Comparator.comparingInt(CatalogueRow::source)
                  .thenComparingLong(CatalogueRow::row)
                  .reversed());

  private static final String MARKERS = "chunks";
  private static final String RUN = "run";
  private static final String ROWS = "rows";
  private static final String FIRST = "first";
  private static final String LAST = "last";

  /** A run with the items that hold its rows. */
  record Packed(ChunkRun run, List<Map<String, AttributeValue>> items) {}

  static Packed pack(Generation generation, int chunk, List<CatalogueRow> rows) {
    List<CatalogueRow> sorted = rows.stream().sorted(ORDER).toList();
    List<byte[]> groups = new ArrayList<>();
    CRC32 checksum = new CRC32();
    for (int from = 0; from < sorted.size(); from += GROUP) {
      byte[] group = RowCodec.encode(sorted.subList(from, Math.min(sorted.size(), from + GROUP)));
      checksum.update(group);
      groups.add(group);
    }
    ChunkRun run =
        new ChunkRun(
            chunk,
            Long.toHexString(checksum.getValue()),
            sorted.size(),
            designation(sorted.get(0)),
            designation(sorted.get(sorted.size() - 1)));
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      items.add(Items.packed(run.partition(generation), Items.ordered(i), groups.get(i)));
    }
    return new Packed(run, items);
  }

  private static Designation designation(CatalogueRow row) {
    return new Designation(row.entry().designation());
  }

  /** Where its groups lie; a chunk written twice at once with different content stays apart. */
  String partition(Generation generation) {
    return partition(generation, chunk, run);
  }

  private static String partition(Generation generation, int chunk, String run) {
    return generation.partition("run") + "#" + chunk + "#" + run;
  }

  static String markers(Generation generation) {
    return generation.partition(MARKERS);
  }

  /** All runs that are part of a generation. */
  static List<ChunkRun> all(DynamoDb db, String table, Generation generation) {
    return db.all(table, markers(generation)).stream().map(ChunkRun::of).toList();
  }

  int groups() {
    return (rows + GROUP - 1) / GROUP;
  }

  Map<String, AttributeValue> marker(Generation generation) {
    Map<String, AttributeValue> item = Items.key(markers(generation), Items.ordered(chunk));
    item.put(RUN, Items.text(run));
    item.put(ROWS, Items.number(rows));
    item.put(FIRST, Items.text(first.value()));
    item.put(LAST, Items.text(last.value()));
    return item;
  }

  static ChunkRun of(Map<String, AttributeValue> marker) {
    return new ChunkRun(
        Integer.parseInt(Items.text(marker, Items.SORT)),
        Items.text(marker, RUN),
        (int) Items.number(marker, ROWS),
        new Designation(Items.text(marker, FIRST)),
        new Designation(Items.text(marker, LAST)));
  }
}
