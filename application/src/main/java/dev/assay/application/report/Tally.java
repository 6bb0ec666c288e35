package dev.assay.application.report;

import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.ports.CatalogueEntry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one pass over the catalogue counts. Its memory does not grow with the catalogue. */
final class Tally {

  /** Delta-v from low Earth orbit to the surface of the Moon (km/s). */
  static final double MOON = 6.0;

  final Counts orbitClasses = new Counts();
  final Counts spectralClasses = new Counts();
  final Counts models = new Counts();
  final Quality classes = new Quality();
  final Quality diameters = new Quality();
  final Quality masses = new Quality();
  final Counts deltaVQualities = new Counts();
  final Histogram deltaV = Histogram.linear(3, 20, 1);
  final Histogram diameter = Histogram.decades(-4, 3);
  final Histogram value = Histogram.decades(0, 21);
  final Grid grid = new Grid();
  final Sample sample = new Sample();
  private long bodies;
  private long nearEarth;
  private long hazardous;
  private long easierThanTheMoon;
  private long withoutValue;

  void add(CatalogueEntry entry) {
    boolean near = Boolean.TRUE.equals(entry.neo());
    bodies++;
    nearEarth += near ? 1 : 0;
    hazardous += Boolean.TRUE.equals(entry.pha()) ? 1 : 0;
    easierThanTheMoon += isBelow(entry.deltaVKmS(), MOON) ? 1 : 0;
    withoutValue += entry.valueUsd() == null ? 1 : 0;
    orbitClasses.add(entry.orbitClass());
    spectralClasses.add(entry.spectralClass());
    models.add(entry.model());
    classes.add(entry.spectralClass(), entry.classSource());
    diameters.add(entry.diameterKm(), entry.diameterSource());
    masses.add(entry.massKg(), entry.massSource());
    deltaVQualities.add(entry.deltaVQuality());
    deltaV.add(entry.deltaVKmS(), near);
    diameter.add(entry.diameterKm(), near);
    value.add(entry.valueUsd(), near);
    grid.add(entry.accessibility(), entry.valueUsd());
    sample.add(entry);
  }

  private static boolean isBelow(@Nullable Double value, double bound) {
    return value != null && value < bound;
  }

  long bodies() {
    return bodies;
  }

  long nearEarth() {
    return nearEarth;
  }

  long hazardous() {
    return hazardous;
  }

  long easierThanTheMoon() {
    return easierThanTheMoon;
  }

  long withoutValue() {
    return withoutValue;
  }

  /** Bodies of which there is a delta-v that the formula was made for. */
  long nominalDeltaV() {
    return deltaVQualities.of(RendezvousDeltaV.Quality.NOMINAL.name().toLowerCase(Locale.ROOT));
  }
}
