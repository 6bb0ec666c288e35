package dev.assay.domain.taxonomy;

import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;

/**
 * Where in the Solar System a body orbits, as far as it tells what the body is made of. Boundaries
 * are the strong resonances with Jupiter.
 */
public enum OrbitZone {
  /** q below 1.3 au. */
  NEAR_EARTH,
  /** a below 2.0 au and q of 1.3 au or more. */
  HUNGARIA,
  /** a from 2.0 to 2.5 au. */
  INNER_BELT,
  /** a from 2.5 to 2.82 au. */
  MIDDLE_BELT,
  /** a from 2.82 to 3.27 au. */
  OUTER_BELT,
  /** a from 3.27 to 3.7 au. */
  CYBELE,
  /** a from 3.7 to 4.6 au. */
  HILDA,
  /** a from 4.6 to 5.5 au. */
  TROJAN,
  /** Centaurs and bodies beyond Neptune, a of 5.5 au or more, and unbound orbits. */
  DISTANT,
  /** Comets, wherever they are. */
  COMET;

  /**
   * Whether bodies of this zone have kept their ices, so that they are dust and ice rather than
   * meteorite.
   *
   * @return true for comets and beyond 5.5 au
   */
  public boolean isIcy() {
    return this == COMET || this == DISTANT;
  }

  /**
   * The zone of a body.
   *
   * @param body the body
   * @return its zone
   */
  public static OrbitZone of(SmallBody body) {
    if (body.isComet()) {
      return COMET;
    }
    OrbitalElements orbit = body.orbit();
    if (!orbit.isElliptic()) {
      return DISTANT;
    }
    return orbit.perihelionAu() < 1.3 ? NEAR_EARTH : beltZone(orbit.semiMajorAxisAu());
  }

  private static OrbitZone beltZone(double a) {
    if (a < 2.0) {
      return HUNGARIA;
    }
    if (a < 2.5) {
      return INNER_BELT;
    }
    if (a < 2.82) {
      return MIDDLE_BELT;
    }
    if (a < 3.27) {
      return OUTER_BELT;
    }
    if (a < 3.7) {
      return CYBELE;
    }
    if (a < 4.6) {
      return HILDA;
    }
    return a < 5.5 ? TROJAN : DISTANT;
  }
}
