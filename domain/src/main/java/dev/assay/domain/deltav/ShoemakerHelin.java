package dev.assay.domain.deltav;

import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.deltav.RendezvousDeltaV.Branch;
import dev.assay.domain.deltav.RendezvousDeltaV.Quality;

/**
 * Rendezvous delta-v after Shoemaker and Helin (1978, "Earth-approaching asteroids as targets for
 * exploration", NASA CP-2053, 245), with the adjustment of their Eq. 11 as in L. Benner's list:
 * delta-v = 30 F + 0.5 km/s.
 *
 * <p>A transfer ellipse leaves Earth's orbit, taken as a circle of 1 au, and meets the body at its
 * aphelion Q; half of the change of plane is made at each end. With c = 1 - cos(i/2) = 2
 * sin&sup2;(i/4), s = &radic;(1-e), x = &radic;(2/(Q+1)), y = &radic;(2Q/(Q+1)), v = &radic;(2-Q),
 * w = &radic;(Q(2-Q)), and speeds in units of Earth's orbital speed:
 *
 * <ul>
 *   <li>Aten, a &lt; 1: U<sub>t</sub>&sup2; = 2(1-w) + 2wc, U<sub>c</sub>&sup2;Q = (v-1)&sup2;,
 *       U<sub>r</sub>&sup2;Q = (1-s)&sup2; + 2sc
 *   <li>Apollo, a &ge; 1 and q &le; 1: U<sub>t</sub>&sup2; = (y-1)&sup2; + 2yc,
 *       U<sub>c</sub>&sup2;Q = (1-x)&sup2;, U<sub>r</sub>&sup2;Q = (1-s)&sup2; + 2sc
 *   <li>Amor, q &gt; 1: U<sub>t</sub>&sup2; = (y-1)&sup2; + 2yc, U<sub>c</sub>&sup2;Q = (1-x)&sup2;
 *       + 2xc, U<sub>r</sub>&sup2;Q = (1-s)&sup2;
 * </ul>
 *
 * <p>U<sub>L</sub> = &radic;(U<sub>t</sub>&sup2; + 2U<sub>0</sub>&sup2;) - U<sub>0</sub> with
 * U<sub>0</sub> = 7.727/29.784 (low Earth orbit at 300 km), U<sub>R</sub> = |U<sub>c</sub> -
 * U<sub>r</sub>|. These forms are the published ones rewritten so that no radicand can become
 * negative by rounding.
 *
 * <p>The split between Apollo and Amor is at q = 1 au, not at the 1.017 au of today's orbit
 * classes: that is how the list was computed.
 */
public final class ShoemakerHelin {

  /** Earth's mean orbital speed (km/s), Benner's program. */
  public static final double EARTH_SPEED = 29.784;

  /** Speed in a low Earth orbit at 300 km (km/s), Benner's program. */
  public static final double LOW_EARTH_ORBIT_SPEED = 7.727;

  static final double U0 = LOW_EARTH_ORBIT_SPEED / EARTH_SPEED;

  /** Slope and offset of Eq. 11 (km/s). */
  private static final double SLOPE = 30;

  private static final double OFFSET = 0.5;

  private static final double NEAR_EARTH_PERIHELION = 1.3;
  private static final double PRACTICAL_APHELION = 5.5;

  private ShoemakerHelin() {}

  /**
   * The delta-v to a body.
   *
   * @param orbit its orbit
   * @return the delta-v, or why there is none
   */
  public static DeltaVOutcome rendezvous(OrbitalElements orbit) {
    return rendezvous(orbit.semiMajorAxisAu(), orbit.eccentricity(), orbit.inclinationDeg());
  }

  /**
   * The delta-v to a body on the orbit given.
   *
   * @param a semi-major axis (au), above 0
   * @param e eccentricity, from 0 to below 1
   * @param inclinationDeg inclination (degrees), 0..180
   * @return a finite delta-v within these ranges, and the reason why there is none elsewhere
   */
  public static DeltaVOutcome rendezvous(double a, double e, double inclinationDeg) {
    if (!Double.isFinite(a) || !Double.isFinite(e) || !Double.isFinite(inclinationDeg)) {
      return new NoDeltaV(e == 1 ? "orbit not elliptic (e = 1)" : "an element is not a number");
    }
    if (e >= 1) {
      return new NoDeltaV("orbit not elliptic (e >= 1): the body does not return");
    }
    if (e < 0 || a <= 0) {
      return new NoDeltaV("not an orbit: a must be above 0 and e at least 0");
    }
    if (inclinationDeg < 0 || inclinationDeg > 180) {
      return new NoDeltaV("inclination must be within 0..180 degrees");
    }
    return onBranch(branchOf(a, e), a, e, inclinationDeg);
  }

  /**
   * Which formula an orbit calls for.
   *
   * @param a semi-major axis (au)
   * @param e eccentricity
   * @return the branch
   */
  static Branch branchOf(double a, double e) {
    if (a < 1) {
      return Branch.ATEN;
    }
    return a * (1 - e) <= 1 ? Branch.APOLLO : Branch.AMOR;
  }

  static RendezvousDeltaV onBranch(Branch branch, double a, double e, double inclinationDeg) {
    double aphelion = a * (1 + e);
    double halfTurn = Math.sin(Math.toRadians(inclinationDeg) / 4);
    double c = 2 * halfTurn * halfTurn;
    double launch = Math.sqrt(transferSquared(branch, aphelion, c) + 2 * U0 * U0) - U0;
    double arrival = arrival(branch, aphelion, c);
    double target = target(branch, aphelion, e, c);
    double rendezvous = Math.abs(arrival - target);
    double transferAxis = (1 + aphelion) / 2;
    double years = 0.5 * transferAxis * Math.sqrt(transferAxis);
    Quality quality = quality(a, a * (1 - e), aphelion, inclinationDeg);
    return new RendezvousDeltaV(
        ofImpulses(launch, rendezvous),
        branch,
        launch,
        rendezvous,
        arrival,
        target,
        years,
        quality);
  }

  /**
   * Eq. 11: the delta-v that two impulses come to.
   *
   * @param launch U<sub>L</sub>, impulse to leave low Earth orbit (units of Earth's orbital speed)
   * @param rendezvous U<sub>R</sub>, impulse to match the body (same units)
   * @return 30 (U<sub>L</sub> + U<sub>R</sub>) + 0.5 km/s
   */
  public static DeltaV ofImpulses(double launch, double rendezvous) {
    return new DeltaV(SLOPE * (launch + rendezvous) + OFFSET);
  }

  /** U_t squared, the speed relative to Earth with which the transfer ellipse begins. */
  private static double transferSquared(Branch branch, double aphelion, double c) {
    if (branch == Branch.ATEN) {
      double w = Math.sqrt(aphelion * (2 - aphelion));
      double offCircle = aphelion - 1;
      return 2 * offCircle * offCircle / (1 + w) + 2 * w * c;
    }
    // 2/(1 + 1/Q) is 2Q/(Q+1) without overflow for the largest orbits.
    double y = Math.sqrt(2 / (1 + 1 / aphelion));
    return (y - 1) * (y - 1) + 2 * y * c;
  }

  /** U_c, the speed on the transfer ellipse at Q, relative to a circular orbit there. */
  private static double arrival(Branch branch, double aphelion, double c) {
    // The root of Q is divided out separately: Q itself would overflow the quotient near zero.
    double root = Math.sqrt(aphelion);
    if (branch == Branch.ATEN) {
      return Math.abs(Math.sqrt(2 - aphelion) - 1) / root;
    }
    double x = Math.sqrt(2 / (aphelion + 1));
    double turn = branch == Branch.AMOR ? 2 * x * c : 0;
    return Math.sqrt((1 - x) * (1 - x) + turn) / root;
  }

  /** U_r, the speed of the body at its aphelion, relative to a circular orbit there. */
  private static double target(Branch branch, double aphelion, double e, double c) {
    double s = Math.sqrt(1 - e);
    double turn = branch == Branch.AMOR ? 0 : 2 * s * c;
    return Math.sqrt((1 - s) * (1 - s) + turn) / Math.sqrt(aphelion);
  }

  private static Quality quality(
      double a, double perihelion, double aphelion, double inclinationDeg) {
    if (a >= 1 && aphelion > PRACTICAL_APHELION) {
      return Quality.NOT_PRACTICAL;
    }
    boolean farFromEarth = a >= 1 && perihelion > NEAR_EARTH_PERIHELION;
    return farFromEarth || inclinationDeg > 90 ? Quality.EXTRAPOLATED : Quality.NOMINAL;
  }
}
