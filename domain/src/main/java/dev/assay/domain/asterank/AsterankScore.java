package dev.assay.domain.asterank;

import dev.assay.domain.body.OrbitalElements;

/**
 * What Asterank ranks by.
 *
 * <p>Wrong: the profit contains no cost, so it is above 0 for whatever is worth something and
 * within Q = 50 au; "saved" deducts a third of the launch cost of every kilogram, so it is negative
 * unless a third of the body counts as useful; and the price adds at most 0.02 to a score of 130 to
 * 410, which therefore follows closeness alone.
 */
final class AsterankScore {

  /** Delta-v where none is known (km/s), and the one at which profit is neither raised nor cut. */
  static final double DEFAULT_DELTA_V = 12;

  /** What Asterank gives where it does not compute: to comets, and closeness beyond Q = 50 au. */
  static final double NOT_COMPUTED = -1;

  private static final double FARTHEST_APHELION_AU = 50;
  private static final double CLOSENESS_SCALE = 3417.5490736698116;

  /** Launch cost (US dollars per kg), and a third of it by integer division. */
  private static final double LAUNCH_COST = 2200;

  private static final double THIRD_OF_LAUNCH_COST = 733;

  /** Of revenue, what is not spent on operations. */
  static final double SHARE_SAVED = 1e-5;

  private AsterankScore() {}

  /**
   * How close a body is: (s(0.9 Q) + s(0.45 a) + s(0.9 q) + 50 (1 + s(1.3 dv - 6)) + 1)&sup2; with
   * s(x) = 1/(1 + e<sup>x</sup>).
   *
   * @param orbit its orbit
   * @param deltaV its delta-v (km/s)
   * @return 2601 to 8200, falling with delta-v; -1 beyond Q = 50 au
   */
  static double closeness(OrbitalElements orbit, double deltaV) {
    double aphelion = orbit.aphelionAu();
    if (aphelion > FARTHEST_APHELION_AU) {
      return NOT_COMPUTED;
    }
    double sum =
        logistic(0.9 * aphelion)
            + logistic(0.45 * orbit.semiMajorAxisAu())
            + logistic(0.9 * orbit.perihelionAu())
            + 50 * (1 + logistic(1.3 * deltaV - 6))
            + 1;
    return sum * sum;
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(x));
  }

  /**
   * Profit = price/12 &times; closeness/3417.5490736698116 &times; 12/dv.
   *
   * @param price gross value (US dollars)
   * @param closeness see {@link #closeness}
   * @param deltaV delta-v (km/s)
   * @return profit (US dollars); negative beyond Q = 50 au
   */
  static double profit(double price, double closeness, double deltaV) {
    // Adding 0 turns the -0.0 of what is worth nothing, times a closeness of -1, into 0.
    return price / 12 * closeness / CLOSENESS_SCALE * (DEFAULT_DELTA_V / deltaV) + 0.0;
  }

  /**
   * What mining saves over launching the same from Earth, by Asterank.
   *
   * @param percent sum of the percentages of the type
   * @param kilograms mass
   * @return US dollars
   */
  static double saved(double percent, double kilograms) {
    double perKilogram = LAUNCH_COST * percent / 100 - THIRD_OF_LAUNCH_COST;
    return perKilogram * kilograms * SHARE_SAVED;
  }

  /**
   * The score that Asterank ranks by.
   *
   * @param price gross value (US dollars)
   * @param closeness see {@link #closeness}
   * @return price/5e11, of at most 1e10 dollars; where this is above 1e-4, plus closeness/20
   */
  static double score(double price, double closeness) {
    double score = Math.min(price, 1e10) / 5e11;
    return score > 1e-4 ? score + closeness / 20 : score;
  }
}
