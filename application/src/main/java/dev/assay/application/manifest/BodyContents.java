package dev.assay.application.manifest;

import dev.assay.ports.GenerationId;
import java.util.BitSet;

/**
 * The content of each body of a generation, as a hash by the body's key: 21 bytes a body. Of
 * several rows about one body the last counts. Immutable once loaded.
 */
public final class BodyContents {

  private final KeyTable keys;
  private final long[] contents;

  private BodyContents(int bodies) {
    keys = new KeyTable(bodies);
    contents = new long[keys.slots()];
  }

  /**
   * Loads what a manifest tells.
   *
   * @param manifests where it is
   * @param generation which
   * @param head its head
   * @return the contents
   */
  public static BodyContents load(Manifests manifests, GenerationId generation, ManifestHead head) {
    BodyContents loaded = new BodyContents(Math.toIntExact(head.rows()));
    manifests.read(
        generation,
        head.parts(),
        (part, key, content) -> loaded.contents[loaded.keys.add(key)] = content);
    return loaded;
  }

  /**
   * Which rows say of a body what is known of it already.
   *
   * @param rows any rows
   * @return their places among the rows
   */
  public BitSet unchanged(RowHashes rows) {
    BitSet unchanged = new BitSet(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      int slot = keys.find(rows.key(row));
      if (slot >= 0 && contents[slot] == rows.content(row)) {
        unchanged.set(row);
      }
    }
    return unchanged;
  }
}
