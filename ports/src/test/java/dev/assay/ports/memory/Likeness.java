package dev.assay.ports.memory;

import java.util.stream.IntStream;

/** How alike two texts are, by the edits (Levenshtein) that lead from one to the other. */
final class Likeness {

  private Likeness() {}

  /** 1 for equal texts, 0 for such that share nothing. */
  static double of(String one, String other) {
    int longer = Math.max(one.length(), other.length());
    return longer == 0 ? 0 : 1 - (double) edits(one, other) / longer;
  }

  private static int edits(String one, String other) {
    int[] row = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j - 1], diagonal) + 1);
      }
    }
    return row[other.length()];
  }
}
