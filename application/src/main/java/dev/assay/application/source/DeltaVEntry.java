package dev.assay.application.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of rendezvous delta-v that L. Benner kept at JPL.
 *
 * @param rank place in the list, by delta-v
 * @param number of the asteroid, such as "65803"; null for one without
 * @param name such as "Didymos"; null for one without
 * @param provisionalDesignation such as "1996 GT"; numbered asteroids have one too
 * @param deltaVKmS delta-v from low Earth orbit to rendezvous (km/s)
 * @param moonRatio delta-v / 6.0 km/s, that for the Moon
 * @param marsRatio delta-v / 6.3 km/s, that for Mars
 * @param absoluteMagnitude H (mag)
 * @param semiMajorAxisAu a (au), as printed
 * @param eccentricity e, as printed
 * @param inclinationDeg i (degrees), as printed
 * @param marks such as RADAR and BINARY
 */
public record DeltaVEntry(
    int rank,
    @Nullable String number,
    @Nullable String name,
    String provisionalDesignation,
    double deltaVKmS,
    double moonRatio,
    double marsRatio,
    double absoluteMagnitude,
    double semiMajorAxisAu,
    double eccentricity,
    double inclinationDeg,
    List<String> marks) {

  /** Copies the marks. */
  public DeltaVEntry {
    marks = List.copyOf(marks);
  }
}
