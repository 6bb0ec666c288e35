package dev.assay.domain.value;

import dev.assay.domain.deltav.DeltaV;

/**
 * How cheaply a body is reached: the payload that can be delivered relative to the best possible
 * orbit, A = exp(-(dv - 3.7238)/4.4), with the exhaust speed of 4.4 km/s of Elvis et al. (2011,
 * Planet. Space Sci. 59, 1408).
 */
public final class Accessibility {

  /** Delta-v to an orbit like Earth's own, the smallest there is (km/s). */
  public static final double LOWEST_DELTA_V = 0.5 + 30 * (Math.sqrt(2) - 1) * 7.727 / 29.784;

  private static final double EXHAUST_SPEED = 4.4;

  private Accessibility() {}

  /**
   * The accessibility of an orbit.
   *
   * @param deltaV rendezvous delta-v
   * @return above 0 up to 1, falling with delta-v
   */
  public static double of(DeltaV deltaV) {
    double excess = Math.max(0, deltaV.kmPerSecond() - LOWEST_DELTA_V);
    return Math.exp(-excess / EXHAUST_SPEED);
  }
}
