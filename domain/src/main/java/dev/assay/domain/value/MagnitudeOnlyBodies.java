package dev.assay.domain.value;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.size.Photometry;
import dev.assay.domain.taxonomy.ClassSource;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.OrbitZone;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Appraises bodies of which only orbit and H are known, nine of ten, by scaling.
 *
 * <p>Two such bodies of one zone, with the same error of H, differ in nothing but a factor of size
 * (and in whether they are small enough to be porous); beyond 5.5 au the albedo depends on H, so
 * there it is not so. So one of each kind is appraised in full, and the others from it: this takes
 * a tenth of the time, because solving for the quantiles of a mixture is most of an appraisal, and
 * changes no result by more than rounding. Thread-safe.
 */
final class MagnitudeOnlyBodies {

  /** Magnitudes at which every body is below, and above, any limit for small bodies. */
  private static final double SMALL = 30;

  private static final double LARGE = -4;

  /** More kinds than this are appraised in full each time, so that memory stays bounded. */
  private static final int MOST_KINDS = 10_000;

  private final InFull inFull;
  private final double smallBodyLimitKm;
  private final Map<Kind, Appraisal> known = new ConcurrentHashMap<>();

  MagnitudeOnlyBodies(InFull inFull, double smallBodyLimitKm) {
    this.inFull = inFull;
    this.smallBodyLimitKm = smallBodyLimitKm;
  }

  /** Appraises a body without short cuts. */
  @FunctionalInterface
  interface InFull {
    Appraisal appraise(SmallBody body, Classification classification);
  }

  /** All that such an appraisal depends on besides H. */
  private record Kind(OrbitZone zone, boolean nearEarth, @Nullable Double sigmaH, boolean small) {}

  static boolean isOne(
      SmallBody body, @Nullable CombinedMass literature, Classification classification) {
    return classification.source() == ClassSource.ZONE
        && body.absoluteMagnitude() != null
        && body.albedo() == null
        && OrbitZone.of(body) != OrbitZone.DISTANT
        && body.diameter() == null
        && body.gravitationalParameter() == null
        && literature == null;
  }

  Appraisal appraise(SmallBody body, AbsoluteMagnitude h, Classification classification) {
    Appraisal asSmall = scaled(body, h, classification, true);
    boolean small =
        asSmall.diameter() != null && asSmall.diameter().median().kilometres() < smallBodyLimitKm;
    return small ? asSmall : scaled(body, h, classification, false);
  }

  private Appraisal scaled(
      SmallBody body, AbsoluteMagnitude h, Classification classification, boolean small) {
    Kind kind =
        new Kind(
            OrbitZone.of(body), Boolean.TRUE.equals(body.nearEarth()), h.sigmaMagnitudes(), small);
    double reference = small ? SMALL : LARGE;
    Appraisal one = known.get(kind);
    if (one == null) {
      AbsoluteMagnitude standard = new AbsoluteMagnitude(reference, h.sigmaMagnitudes());
      one = inFull.appraise(body.withAbsoluteMagnitude(standard), classification);
      if (known.size() < MOST_KINDS) {
        known.put(kind, one);
      }
    }
    return one.scaledBy(Photometry.sizeRatio(h.magnitudes(), reference));
  }
}
