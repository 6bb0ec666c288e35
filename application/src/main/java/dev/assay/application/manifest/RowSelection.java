package dev.assay.application.manifest;

import dev.assay.ports.BodyTable;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which of some rows are to be sent: all of them, or those that do not say of a body what is known
 * of it already.
 *
 * @param hashes of all of the rows
 * @param unchanged places of those that need not be sent
 */
public record RowSelection(RowHashes hashes, BitSet unchanged) {

  /**
   * Selects rows.
   *
   * @param rows to choose from
   * @param known what is known of bodies; null if nothing is
   * @return the choice
   */
  public static RowSelection of(BodyTable rows, @Nullable BodyContents known) {
    RowHashes hashes = RowHashes.of(rows);
    return new RowSelection(hashes, known == null ? new BitSet() : known.unchanged(hashes));
  }

  /**
   * The next row to be sent.
   *
   * @param from place from which on
   * @return its place, or the number of rows if there is none
   */
  public int next(int from) {
    return Math.min(unchanged.nextClearBit(from), hashes.size());
  }

  /**
   * The end of rows that are to be sent one after the other.
   *
   * @param from place of the first of them
   * @return the place behind the last
   */
  public int end(int from) {
    int next = unchanged.nextSetBit(from);
    return next < 0 ? hashes.size() : next;
  }
}
