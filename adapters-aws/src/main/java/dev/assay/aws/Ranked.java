package dev.assay.aws;

import dev.assay.domain.body.Designation;
import java.util.Comparator;

/**
 * A body on a board.
 *
 * @param rank the number ranked by, the lowest best
 * @param designation its designation, which decides between equals
 * @param deltaV its delta-v (km/s); infinite if unknown, which no filter lets pass
 * @param address where its row lies
 */
record Ranked(double rank, Designation designation, double deltaV, Address address)
    implements Comparable<Ranked> {

  private static final Comparator<Ranked> ORDER =
      Comparator.comparingDouble(Ranked::rank).thenComparing(Ranked::designation);

  @Override
  public int compareTo(Ranked other) {
    return ORDER.compare(this, other);
  }
}
