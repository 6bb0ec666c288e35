package dev.assay.domain.asterank;

import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;

/**
 * The delta-v of Asterank: Shoemaker and Helin (1978) with the change of plane in the rendezvous
 * impulse, U<sub>R</sub> = &radic;(U<sub>c</sub>&sup2; - 2 U<sub>c</sub> U<sub>r</sub> cos(i/2) +
 * U<sub>r</sub>&sup2;).
 *
 * <p>Wrong: the half of the change of plane made at the body is in U<sub>c</sub> or U<sub>r</sub>
 * already, so it is counted twice; U<sub>R</sub> is |U<sub>c</sub> - U<sub>r</sub>|. The result is
 * never below that of L. Benner's list, and equal to it in Earth's plane; for ten well-known
 * targets it is 0.003 to 0.09 km/s too large.
 */
public final class AsterankDeltaV {

  private AsterankDeltaV() {}

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
    DeltaVOutcome benner = ShoemakerHelin.rendezvous(a, e, inclinationDeg);
    return benner instanceof RendezvousDeltaV reached
        ? withTurnAtArrival(reached, inclinationDeg)
        : benner;
  }

  private static RendezvousDeltaV withTurnAtArrival(
      RendezvousDeltaV benner, double inclinationDeg) {
    double halfTurn = Math.sin(Math.toRadians(inclinationDeg) / 4);
    double c = 2 * halfTurn * halfTurn;
    double arrival = benner.arrivalSpeed();
    double body = benner.bodySpeed();
    // With c = 1 - cos(i/2) the radicand is a sum of squares and cannot become negative.
    double rendezvous = Math.sqrt((arrival - body) * (arrival - body) + 2 * arrival * body * c);
    return new RendezvousDeltaV(
        ShoemakerHelin.ofImpulses(benner.launchImpulse(), rendezvous),
        benner.branch(),
        benner.launchImpulse(),
        rendezvous,
        arrival,
        body,
        benner.transferYears(),
        benner.quality());
  }
}
