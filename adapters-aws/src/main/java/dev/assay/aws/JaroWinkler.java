package dev.assay.aws;

import java.nio.charset.StandardCharsets;

/**
 * How alike two texts are, after Jaro (1989) and Winkler (1990), over the bytes of UTF-8: the same
 * measure as that of the local catalogue's engine, so that both suggest the same names.
 */
final class JaroWinkler {

  private static final double PREFIX_WEIGHT = 0.1;
  private static final int LONGEST_PREFIX = 4;

  /** Below this, a common beginning does not count. */
  private static final double BOOST_THRESHOLD = 0.7;

  private JaroWinkler() {}

  /** 1 for equal texts, 0 for such that share nothing. */
  static double similarity(String one, String other) {
    byte[] a = one.getBytes(StandardCharsets.UTF_8);
    byte[] b = other.getBytes(StandardCharsets.UTF_8);
    double jaro = jaro(a, b);
    return jaro > BOOST_THRESHOLD ? jaro + commonPrefix(a, b) * PREFIX_WEIGHT * (1 - jaro) : jaro;
  }

  private static int commonPrefix(byte[] a, byte[] b) {
    int most = Math.min(LONGEST_PREFIX, Math.min(a.length, b.length));
    int common = 0;
    while (common < most && a[common] == b[common]) {
      common++;
    }
    return common;
  }

  private static double jaro(byte[] a, byte[] b) {
    if (a.length == 0 || b.length == 0) {
      return a.length == b.length ? 1 : 0;
    }
    boolean[] matchedInA = new boolean[a.length];
    boolean[] matchedInB = new boolean[b.length];
    int matches = match(a, b, matchedInA, matchedInB);
    if (matches == 0) {
      return 0;
    }
    int moved = transposed(a, b, matchedInA, matchedInB) / 2;
    double m = matches;
    return (m / a.length + m / b.length + (m - moved) / m) / 3;
  }

  private static int match(byte[] a, byte[] b, boolean[] matchedInA, boolean[] matchedInB) {
    int reach = Math.max(0, Math.max(a.length, b.length) / 2 - 1);
    int matches = 0;
    for (int i = 0; i < a.length; i++) {
      int end = Math.min(b.length, i + reach + 1);
      for (int j = Math.max(0, i - reach); j < end; j++) {
        if (!matchedInB[j] && a[i] == b[j]) {
          matchedInA[i] = true;
          matchedInB[j] = true;
          matches++;
          break;
        }
      }
    }
    return matches;
  }

  /** Matched bytes that are in another order; the caller halves them, in whole numbers. */
  private static int transposed(byte[] a, byte[] b, boolean[] matchedInA, boolean[] matchedInB) {
    int transposed = 0;
    int j = 0;
    for (int i = 0; i < a.length; i++) {
      if (matchedInA[i]) {
        while (!matchedInB[j]) {
          j++;
        }
        if (a[i] != b[j]) {
          transposed++;
        }
        j++;
      }
    }
    return transposed;
  }
}
