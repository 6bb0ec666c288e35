package dev.assay.aws;

import dev.assay.domain.body.Designation;
import dev.assay.ports.CatalogueRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads all runs of a generation at once, in designation order. Of several rows with one
 * designation the one of the highest layer, and of those the one with the greatest (source, row),
 * comes first and stays, the others give way.
 *
 * <p>A run is read from the moment its first row may be next: runs that do not overlap, as those of
 * a sorted source, are read one after the other in large pieces, and those of a shuffled one side
 * by side in small pieces, so that the memory needed is bounded.
 */
final class RunMerge {

  /** Groups held in memory by all runs together, about, at some 7 KB each. */
  private static final int MOST_GROUPS = 1024;

  private static final int MOST_AT_ONCE = 128;

  private static final Comparator<RunCursor> ORDER =
      Comparator.comparing(RunCursor::nextDesignation)
          .thenComparingInt(RunCursor::layer)
          .thenComparing((one, other) -> ChunkRun.ORDER.compare(one.row(), other.row()));

  private final PriorityQueue<RunCursor> cursors = new PriorityQueue<>(ORDER);

  private final Filter filter;

  /** The runs in one table. */
  record Source(String table, Generation generation, List<ChunkRun> runs) {}

  /** Says which rows count at all. */
  @FunctionalInterface
  interface Filter {
    boolean passes(int layer, CatalogueRow row);
  }

  /**
   * Prepares to read.
   *
   * @param layers one or more, the highest first
   * @param filter rows that do not pass it are neither kept nor superseded
   */
  RunMerge(DynamoDb db, List<Source> layers, Filter filter) {
    this.filter = filter;
    List<ChunkRun> all = layers.stream().flatMap(source -> source.runs().stream()).toList();
    int groups = Math.max(2, Math.min(MOST_AT_ONCE, MOST_GROUPS / Math.max(1, overlap(all))));
    for (int layer = 0; layer < layers.size(); layer++) {
      Source source = layers.get(layer);
      RowCodec codec = new RowCodec(source.generation().columns());
      for (ChunkRun run : source.runs()) {
        cursors.add(new RunCursor(db, source, layer, run, codec, groups));
      }
    }
  }

  /** How many runs lie over one another where it is most. */
  static int overlap(List<ChunkRun> runs) {
    List<Designation> firsts =
        new ArrayList<>(runs.stream().map(ChunkRun::first).sorted().toList());
    List<Designation> lasts = new ArrayList<>(runs.stream().map(ChunkRun::last).sorted().toList());
    int most = 0;
    int ended = 0;
    for (int begun = 1; begun <= firsts.size(); begun++) {
      while (lasts.get(ended).compareTo(firsts.get(begun - 1)) < 0) {
        ended++;
      }
      most = Math.max(most, begun - ended);
    }
    return most;
  }

  /** Takes rows in order. */
  interface Sink {

    /** A row that stays. */
    void keep(CatalogueRow row, Address address);

    /** A row that gives way to a later one. */
    void supersede(CatalogueRow row);
  }

  void run(Sink sink) {
    String previous = null;
    RunCursor cursor = cursors.poll();
    while (cursor != null) {
      previous = take(cursor, previous, sink);
      cursor = next(cursor);
    }
  }

  /** The cursor whose row is next, which in sorted sources is mostly the same as before. */
  private @Nullable RunCursor next(RunCursor cursor) {
    if (!cursor.advance()) {
      return cursors.poll();
    }
    RunCursor other = cursors.peek();
    if (other == null || ORDER.compare(cursor, other) <= 0) {
      return cursor;
    }
    cursors.add(cursor);
    return cursors.poll();
  }

  private @Nullable String take(RunCursor cursor, @Nullable String previous, Sink sink) {
    CatalogueRow row = cursor.row();
    if (!filter.passes(cursor.layer(), row)) {
      return previous;
    }
    String designation = row.entry().designation();
    if (designation.equals(previous)) {
      sink.supersede(row);
    } else {
      sink.keep(row, cursor.address());
    }
    return designation;
  }
}
