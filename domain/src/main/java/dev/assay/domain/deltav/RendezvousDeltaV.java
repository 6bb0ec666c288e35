package dev.assay.domain.deltav;

/**
 * Delta-v from low Earth orbit to a rendezvous at the body's aphelion.
 *
 * @param deltaV 30 F + 0.5 km/s, where F = U<sub>L</sub> + U<sub>R</sub>
 * @param branch which of the three formulae was used
 * @param launchImpulse U<sub>L</sub>, impulse to leave low Earth orbit (units of Earth's orbital
 *     speed), 0.107 or more
 * @param rendezvousImpulse U<sub>R</sub>, impulse to match the body (same units), 0 or more
 * @param arrivalSpeed U<sub>c</sub>, speed on the transfer ellipse at the body's aphelion, relative
 *     to a circular orbit there (same units), 0 or more
 * @param bodySpeed U<sub>r</sub>, speed of the body at its aphelion, relative to the same circular
 *     orbit (same units), 0 or more
 * @param transferYears duration of the one-way transfer ellipse (years)
 * @param quality how far the formula may be trusted here
 */
public record RendezvousDeltaV(
    DeltaV deltaV,
    Branch branch,
    double launchImpulse,
    double rendezvousImpulse,
    double arrivalSpeed,
    double bodySpeed,
    double transferYears,
    Quality quality)
    implements DeltaVOutcome {

  /** Low Earth orbit to the lunar surface (km/s), as in Benner's list. */
  public static final double MOON_KM_PER_SECOND = 6.0;

  /** Low Earth orbit to Mars rendezvous (km/s), as in Benner's list. */
  public static final double MARS_KM_PER_SECOND = 6.3;

  /** The formulae of Shoemaker and Helin, one per kind of near-Earth orbit. */
  public enum Branch {
    /** a &lt; 1 au. */
    ATEN,
    /** a of 1 au or more and q of 1 au or less. */
    APOLLO,
    /** q above 1 au. */
    AMOR
  }

  /** How far the formula may be trusted. */
  public enum Quality {
    /** Near-Earth orbits, for which it was made: within a few tenths of km/s of the optimum. */
    NOMINAL,
    /** Main belt (q &gt; 1.3 au, Q up to 5.5 au) or inclined by more than 90 degrees. */
    EXTRAPOLATED,
    /** Q beyond 5.5 au: the number is finite, but the flight takes too long to mean much. */
    NOT_PRACTICAL
  }

  /**
   * The speed at infinity with which the transfer ellipse leaves Earth, and with which a return on
   * the same ellipse meets it again.
   *
   * @return v<sub>inf</sub> = 29.784 U<sub>t</sub> (km/s), 0 or more; from U<sub>t</sub>&sup2; =
   *     (U<sub>L</sub> + U<sub>0</sub>)&sup2; - 2U<sub>0</sub>&sup2;
   */
  public double hyperbolicExcessKmPerSecond() {
    double u = launchImpulse + ShoemakerHelin.U0;
    double squared = u * u - 2 * ShoemakerHelin.U0 * ShoemakerHelin.U0;
    return ShoemakerHelin.EARTH_SPEED * Math.sqrt(Math.max(0, squared));
  }

  /**
   * The impulse between the transfer ellipse and the body, the same there and back.
   *
   * @return 29.784 U<sub>R</sub> (km/s), 0 or more
   */
  public double rendezvousKmPerSecond() {
    return ShoemakerHelin.EARTH_SPEED * rendezvousImpulse;
  }

  /**
   * The delta-v in units of a trip to the surface of the Moon.
   *
   * @return delta-v / 6.0 km/s
   */
  public double ratioToMoon() {
    return deltaV.kmPerSecond() / MOON_KM_PER_SECOND;
  }

  /**
   * The delta-v in units of a trip to Mars.
   *
   * @return delta-v / 6.3 km/s
   */
  public double ratioToMars() {
    return deltaV.kmPerSecond() / MARS_KM_PER_SECOND;
  }
}
