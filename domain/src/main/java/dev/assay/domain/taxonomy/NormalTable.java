package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.StandardNormal;

/**
 * The standard normal distribution from a table of its Taylor series about equidistant nodes.
 *
 * <p>&Phi;(z + d) = &Phi;(z) + &phi;(z) &Sigma;<sub>k&ge;1</sub> (-1)<sup>k-1</sup>
 * He<sub>k-1</sub>(z) d<sup>k</sup>/k!, with Hermite's polynomials He (Abramowitz and Stegun 1964,
 * 26.2.31 and 26.2.32), and &phi;(z + d) its derivative. With neither exponential nor fraction it
 * takes half of the time of {@link StandardNormal}, and the search for the quantiles of a mixture
 * asks eighty times for each body.
 *
 * <p>A node is given as the index of its first coefficient. The methods are as short as the first
 * compiler demands of those that it puts in the place of their call.
 */
final class NormalTable {

  /** Beyond this many sigma lies less than a sum of doubles near 1 can show. */
  static final int WIDEST_Z = 8;

  private static final int NODES_PER_SIGMA = 16;

  /** With a d of half a spacing at most, the first term left out is below 4e-16. */
  private static final int TERMS = 8;

  private static final int PER_NODE = 2 * TERMS;
  private static final int NODES = 2 * WIDEST_Z * NODES_PER_SIGMA + 1;

  /** For each node the coefficients of d<sup>0</sup> to d<sup>7</sup> of &Phi;, then of &phi;. */
  private static final double[] SERIES = new double[NODES * PER_NODE];

  static {
    for (int node = 0; node < SERIES.length; node += PER_NODE) {
      double z = z(node);
      double coefficient = StandardNormal.density(z);
      double hermite = 1;
      double hermiteBefore = 0;
      SERIES[node] = StandardNormal.cumulative(z);
      for (int k = 1; k < TERMS; k++) {
        SERIES[node + k] = coefficient * hermite / k;
        SERIES[node + TERMS + k - 1] = coefficient * hermite;
        coefficient /= -k;
        double next = z * hermite - (k - 1) * hermiteBefore;
        hermiteBefore = hermite;
        hermite = next;
      }
      SERIES[node + PER_NODE - 1] = coefficient * hermite;
    }
  }

  private NormalTable() {}

  /** Whether z lies within the table; it does not if it is not a number. */
  static boolean covers(double z) {
    return Math.abs(z) < WIDEST_Z;
  }

  /** The node nearest to a z that is covered. */
  static int nearest(double z) {
    int nodesBelow = (int) (z * NODES_PER_SIGMA + (WIDEST_Z * NODES_PER_SIGMA + 0.5));
    return nodesBelow * PER_NODE;
  }

  /** Where a node lies. */
  static double z(int node) {
    return node * (1.0 / (NODES_PER_SIGMA * PER_NODE)) - WIDEST_Z;
  }

  /** &Phi; at a distance d from a node, to 1e-15. */
  static double cumulative(int node, double d) {
    return cubic(SERIES, node + 4, d) * (d * d) * (d * d) + cubic(SERIES, node, d);
  }

  /** &phi; at a distance d from a node, to 1e-14. */
  static double density(int node, double d) {
    return cubic(SERIES, node + 12, d) * (d * d) * (d * d) + cubic(SERIES, node + 8, d);
  }

  private static double cubic(double[] c, int i, double d) {
    return ((c[i + 3] * d + c[i + 2]) * d + c[i + 1]) * d + c[i];
  }
}
