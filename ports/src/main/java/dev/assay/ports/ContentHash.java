package dev.assay.ports;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of 64 bits for all that the catalogue says of a body, by which two runs find out whether
 * a body changed between them. It is stored, so it stays the same in all versions with the same
 * columns:
 *
 * <pre>
 * hash = {@link #COLUMNS}
 * for each column of {@link CatalogueColumn#ALL}, in order: hash = mix(hash, word of its value)
 * mix(hash, word) = x ^ x &gt;&gt;&gt; 32, where x = (hash ^ word) * 0x9E3779B97F4A7C15
 * </pre>
 *
 * <p>The word of a text is that of {@link BodyKeys#key}, of a real number its bits, of an integer
 * itself, of a flag 1 or 0, and of what is not known a number that is none of these: the bits of no
 * number. Two contents of a body have the same hash with a probability of 2<sup>-64</sup>.
 */
public final class ContentHash {

  /** Stands for the columns themselves: other names, types or numbers of them give another. */
  public static final long COLUMNS = ofColumns(CatalogueColumn.ALL);

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** Bits that no finite number has, nor any count. */
  private static final long UNKNOWN = 0x7FF8_B7E1_5162_8AEDL;

  private ContentHash() {}

  /**
   * The hashes of rows.
   *
   * @param table the rows
   * @return one for each row
   */
  public static long[] of(BodyTable table) {
    long[] hashes = new long[table.size()];
    // The designation, which is the first column, has its word already.
    for (int row = 0; row < hashes.length; row++) {
      hashes[row] = mix(COLUMNS, table.key(row));
    }
    // Column by column, as the rows lie in memory.
    for (int c = 1; c < CatalogueColumn.ALL.size(); c++) {
      if (CatalogueColumn.ALL.get(c).type() == CatalogueColumn.Type.REAL) {
        mixReals(hashes, table.reals(c));
      } else {
        mixOthers(hashes, table.others(c));
      }
    }
    return hashes;
  }

  private static void mixReals(long[] hashes, double[] values) {
    for (int row = 0; row < hashes.length; row++) {
      double value = values[row];
      hashes[row] =
          mix(hashes[row], Double.isNaN(value) ? UNKNOWN : Double.doubleToRawLongBits(value));
    }
  }

  private static void mixOthers(long[] hashes, @Nullable Object[] values) {
    LastWords words = new LastWords();
    Object before = null;
    long word = UNKNOWN;
    for (int row = 0; row < hashes.length; row++) {
      Object value = values[row];
      if (value != before) {
        before = value;
        word = words.of(value);
      }
      hashes[row] = mix(hashes[row], word);
    }
  }

  /** Most of these columns hold few different objects, so the words of the last ones are kept. */
  private static final class LastWords {

    private static final int KEPT = 4;

    private final @Nullable Object[] values = new Object[KEPT];
    private final long[] words = new long[KEPT];
    private int oldest;

    LastWords() {
      Arrays.fill(words, UNKNOWN);
    }

    long of(@Nullable Object value) {
      for (int i = 0; i < KEPT; i++) {
        if (values[i] == value) {
          return words[i];
        }
      }
      long word = word(value);
      values[oldest] = value;
      words[oldest] = word;
      oldest = (oldest + 1) % KEPT;
      return word;
    }
  }

  private static long word(@Nullable Object value) {
    if (value == null) {
      return UNKNOWN;
    }
    if (value instanceof String text) {
      return BodyKeys.key(text);
    }
    return value instanceof Long integer ? integer : (Boolean) value ? 1 : 0;
  }

  static long ofColumns(List<CatalogueColumn> columns) {
    long hash = columns.size();
    for (CatalogueColumn column : columns) {
      hash = mix(hash, BodyKeys.key(column.name() + ' ' + column.type().name()));
    }
    return hash;
  }

  private static long mix(long hash, long word) {
    long mixed = (hash ^ word) * GOLDEN;
    return mixed ^ (mixed >>> 32);
  }
}
