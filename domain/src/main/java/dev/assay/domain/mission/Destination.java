package dev.assay.domain.mission;

import dev.assay.domain.deltav.ShoemakerHelin;
import java.util.Locale;

/**
 * Where the goods are sold. All three are reached on the ellipse of the outbound trip; they differ
 * in what it takes to stop there, and in what the goods fetch.
 */
public enum Destination {
  /** A high orbit at the Moon's distance, entered by a burn at perigee and a second one there. */
  CISLUNAR,
  /** Low Earth orbit at 300 km, entered by a burn. */
  LEO,
  /** The ground, by a heat shield. */
  EARTH;

  private static final double LEO_RADIUS_KM = 6378.137 + 300;
  private static final double MOON_DISTANCE_KM = 384_400;
  private static final double LEO_SPEED = ShoemakerHelin.LOW_EARTH_ORBIT_SPEED;

  /** Escape speed at 300 km (km/s). */
  private static final double ESCAPE_SPEED = LEO_SPEED * Math.sqrt(2);

  /** Speed at the perigee of an ellipse from 300 km to the Moon (km/s), 10.834. */
  private static final double ELLIPSE_SPEED =
      ESCAPE_SPEED * Math.sqrt(MOON_DISTANCE_KM / (MOON_DISTANCE_KM + LEO_RADIUS_KM));

  /**
   * The name in exports.
   *
   * @return "cislunar", "leo" or "earth"
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether stopping at the Moon's distance takes less than in low orbit, for any approach. */
  static boolean cislunarStopsCheaper(double lunarInsertionKmPerSecond) {
    return lunarInsertionKmPerSecond - ELLIPSE_SPEED <= -LEO_SPEED;
  }

  /**
   * The delta-v to stop here.
   *
   * @param excessKmPerSecond speed at infinity v<sub>inf</sub> (km/s), 0 or more
   * @param lunarInsertionKmPerSecond second burn of {@link #CISLUNAR} (km/s)
   * @return &radic;(v<sub>inf</sub>&sup2; + v<sub>esc</sub>&sup2;) less the speed of the orbit
   *     (km/s); 0 for Earth
   */
  public double captureKmPerSecond(double excessKmPerSecond, double lunarInsertionKmPerSecond) {
    if (this == EARTH) {
      return 0;
    }
    double perigee = Math.sqrt(excessKmPerSecond * excessKmPerSecond + ESCAPE_SPEED * ESCAPE_SPEED);
    return this == LEO ? perigee - LEO_SPEED : perigee - ELLIPSE_SPEED + lunarInsertionKmPerSecond;
  }
}
