package dev.assay.application.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks at text eight bytes at a time: 0.05 s of processor time for 350 MB, where one at a time
 * takes 0.2 s (Warren, "Hacker's Delight", 6-1).
 */
final class EightBytes {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private EightBytes() {}

  /** Where a byte, which must be ASCII, occurs first; {@code to} if it does not. */
  static int find(byte wanted, byte[] text, int from, int to) {
    long pattern = ONES * wanted;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long differing = (long) LONGS.get(text, i) ^ pattern;
      if (((differing - ONES) & ~differing & HIGHS) != 0) {
        break;
      }
    }
    while (i < to && text[i] != wanted) {
      i++;
    }
    return i;
  }

  /** Where a line break occurs last; {@code from} - 1 if none does. */
  static int lastLineBreak(byte[] text, int from, int to) {
    int i = to;
    // Control characters other than line breaks are rare.
    while (i - Long.BYTES >= from && !hasUpTo('\r', (long) LONGS.get(text, i - Long.BYTES))) {
      i -= Long.BYTES;
    }
    do {
      i--;
    } while (i >= from && !CsvFormat.isLineBreak(text[i]));
    return i;
  }

  /** Whether any of eight bytes is an ASCII character up to the one given. */
  private static boolean hasUpTo(char highest, long bytes) {
    return ((bytes - ONES * (highest + 1)) & ~bytes & HIGHS) != 0;
  }

  /** Whether all bytes are ASCII. */
  static boolean areAscii(byte[] text, int from, int to) {
    long all = 0;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      all |= (long) LONGS.get(text, i);
    }
    for (; i < to; i++) {
      all |= text[i];
    }
    return (all & HIGHS) == 0;
  }
}
