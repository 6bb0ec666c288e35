package dev.assay.application.manifest;

import dev.assay.ports.BodyTable;
import dev.assay.ports.ContentHash;

/** For each of some rows the number of its body and the hash of its content. Immutable. */
public final class RowHashes {

  private final long[] keys;
  private final long[] contents;

  private RowHashes(long[] keys, long[] contents) {
    this.keys = keys;
    this.contents = contents;
  }

  /**
   * The numbers of rows.
   *
   * @param rows which
   * @return in the same order
   */
  public static RowHashes of(BodyTable rows) {
    long[] keys = new long[rows.size()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = rows.key(row);
    }
    return new RowHashes(keys, ContentHash.of(rows));
  }

  /**
   * How many rows.
   *
   * @return 0 or more
   */
  public int size() {
    return keys.length;
  }

  long key(int row) {
    return keys[row];
  }

  long content(int row) {
    return contents[row];
  }
}
