package dev.assay.local;

import dev.assay.ports.BodyTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds designations that may have come more than once while they come, with few false suspicions
 * and no omission: a Bloom filter (Bloom 1970) with two bits for each designation, both in one
 * word. Of 1.45 million that are all different it suspects some 500, so the engine is asked about
 * these; asking it to tell all apart took 4 % of the processor time of a refresh. Thread-safe.
 */
final class SuspectDesignations {

  /** More than these come from tables that hold the same bodies; then all rows are looked at. */
  static final int MOST = 100_000;

  /** 16 MB. */
  private static final int WORDS = 1 << 21;

  private static final int BIT_NUMBER = Long.SIZE - 1;

  private final long[] words = new long[WORDS];
  private final Set<String> suspects = new HashSet<>();

  synchronized void add(BodyTable rows) {
    for (int row = 0; row < rows.size(); row++) {
      if (!isNew(rows.key(row)) && suspects.size() <= MOST) {
        suspects.add(rows.designation(row));
      }
    }
  }

  private boolean isNew(long key) {
    int word = (int) (key >>> 12) & (WORDS - 1);
    long bits = 1L << (key & BIT_NUMBER) | 1L << (key >>> 6 & BIT_NUMBER);
    boolean seen = (words[word] & bits) == bits;
    words[word] |= bits;
    return !seen;
  }

  /** Those that may have come more than once; empty if they are too many to be named. */
  synchronized Optional<List<String>> found() {
    return suspects.size() > MOST ? Optional.empty() : Optional.of(List.copyOf(suspects));
  }
}
