package dev.assay.aws;

import dev.assay.domain.body.Designation;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.PortException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads one run from its beginning, a few groups at a time. Opened by the first look at a row. */
final class RunCursor {

  private final DynamoDb db;
  private final String table;
  private final String partition;
  private final int layer;
  private final ChunkRun run;
  private final RowCodec codec;
  private final int groupsAtOnce;
  private final Deque<byte[]> groups = new ArrayDeque<>();
  private List<CatalogueRow> rows = List.of();
  private int inGroup;
  private int groupsRead;
  private int position;
  private Designation next;

  RunCursor(
      DynamoDb db, RunMerge.Source source, int layer, ChunkRun run, RowCodec codec, int groups) {
    this.db = db;
    this.table = source.table();
    this.partition = run.partition(source.generation());
    this.layer = layer;
    this.run = run;
    this.codec = codec;
    this.groupsAtOnce = groups;
    this.next = run.first();
  }

  /** The layer it reads from; 0 is the highest. */
  int layer() {
    return layer;
  }

  /** The designation of its next row; known of the first row without reading it. */
  Designation nextDesignation() {
    return next;
  }

  CatalogueRow row() {
    if (inGroup == rows.size()) {
      nextGroup();
    }
    return rows.get(inGroup);
  }

  private void nextGroup() {
    if (groups.isEmpty()) {
      String after = groupsRead == 0 ? "" : Items.ordered(groupsRead - 1L);
      for (Map<String, AttributeValue> item :
          db.some(table, partition, after, groupsAtOnce, true)) {
        groups.add(Items.bytes(item));
        groupsRead++;
      }
    }
    byte[] group = groups.poll();
    if (group == null) {
      throw PortException.permanent(
          "the table " + table + " has lost rows of chunk " + run.chunk() + "; refresh again");
    }
    rows = codec.decode(group);
    inGroup = 0;
  }

  Address address() {
    return new Address(run.chunk(), position);
  }

  /** Goes to the next row; false at the end. */
  boolean advance() {
    inGroup++;
    position++;
    if (position == run.rows()) {
      return false;
    }
    next = new Designation(row().entry().designation());
    return true;
  }
}
