package dev.assay.aws;

import java.util.Comparator;

/**
 * A body on a board.
 *
 * @param rank the number ranked by, the lowest best
 * @param ordinal its place in designation order, which decides between equals
 * @param deltaV its delta-v (km/s); infinite if unknown, which no filter lets pass
 * @param address where its row lies
 */
record Ranked(double rank, int ordinal, double deltaV, Address address)
    implements Comparable<Ranked> {

  private static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::rank).thenComparingInt(Ranked::ordinal);

  @Override
  public int compareTo(Ranked other) {
    return ORDER.compare(this, other);
  }
}
