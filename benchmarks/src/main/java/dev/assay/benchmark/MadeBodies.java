package dev.assay.benchmark;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.taxonomy.OrbitZone;
import org.jspecify.annotations.Nullable;

/** One orbit in each zone of asteroids, to ask the domain about. */
final class MadeBodies {

  /** ln of the ratio of diameters for each magnitude. */
  static final double LN_DIAMETER_PER_MAGNITUDE = Math.log(10) / 5;

  /** Zones that asteroids orbit in: all but that of comets, by ordinal. */
  static final int ZONES = OrbitZone.COMET.ordinal();

  private static final double[] SEMI_MAJOR_AXES = {1.5, 1.9, 2.3, 2.7, 3.0, 3.4, 4.0, 5.2, 40};

  private MadeBodies() {}

  static SmallBody.Builder in(int zone) {
    double e = zone == OrbitZone.NEAR_EARTH.ordinal() ? 0.4 : 0.05;
    return SmallBody.builder("1 Made", OrbitalElements.of(SEMI_MAJOR_AXES[zone], e, 5));
  }

  static SmallBody of(int zone, boolean near, double h, @Nullable Double sigmaH) {
    return in(zone).nearEarth(near).absoluteMagnitude(new AbsoluteMagnitude(h, sigmaH)).build();
  }
}
