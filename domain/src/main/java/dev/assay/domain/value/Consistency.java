package dev.assay.domain.value;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.GravitationalParameter;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.mass.ClassDensities;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.mass.MassEstimator;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.size.Photometry;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassAlbedos;
import dev.assay.domain.taxonomy.ClassSource;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks whether what is known of a body fits together. */
final class Consistency {

  /** Diameters apart by more than this are flagged. */
  private static final double MOST_DIAMETER_RATIO = 2;

  /** Albedos that surfaces of small bodies can have (0.02 to 0.8 have been measured well). */
  private static final double LOWEST_ALBEDO = 0.01;

  private static final double HIGHEST_ALBEDO = 1;
  private static final double MOST_SIGMA = 3;

  private final ClassAlbedos albedos;
  private final Assumptions assumptions;

  Consistency(ClassAlbedos albedos, Assumptions assumptions) {
    this.albedos = albedos;
    this.assumptions = assumptions;
  }

  /** All that does not fit; empty for a body of which too little is known to tell. */
  Set<Flag> flags(
      SmallBody body,
      @Nullable CombinedMass literature,
      Classification classification,
      Appraisal appraisal) {
    GravitationalParameter gm = body.gravitationalParameter();
    MeasuredDiameter diameter = body.diameter();
    if (gm == null && literature == null && diameter == null && body.albedo() == null) {
      return Set.of();
    }
    EnumSet<Flag> flags = EnumSet.noneOf(Flag.class);
    if ((gm != null || literature != null)
        && isOddDensity(appraisal.diameter(), appraisal.mass())) {
      flags.add(Flag.DENSITY);
    }
    if (gm != null && literature != null && differ(gm, literature)) {
      flags.add(Flag.MASSES);
    }
    AbsoluteMagnitude h = body.absoluteMagnitude();
    if (diameter != null && h != null) {
      addPhotometric(flags, diameter.kilometres(), h.magnitudes(), body.albedo());
    }
    Double albedo = body.albedo();
    if (albedo != null
        && classification.source() == ClassSource.SPECTRAL_TYPE
        && isUnusual(albedo, classification)) {
      flags.add(Flag.ALBEDO_OF_TYPE);
    }
    return flags.isEmpty() ? Set.of() : Collections.unmodifiableSet(flags);
  }

  private static boolean isOddDensity(
      @Nullable Estimate<Diameter> diameter, @Nullable Estimate<Mass> mass) {
    if (diameter == null || mass == null) {
      return false;
    }
    double metres = 1000 * diameter.median().kilometres();
    double density = mass.median().kilograms() / (Math.PI / 6 * metres * metres * metres);
    return !(density >= ClassDensities.LOWEST && density <= ClassDensities.HIGHEST);
  }

  private boolean differ(GravitationalParameter gm, CombinedMass literature) {
    LogNormal published =
        LogNormal.ofMeasurement(literature.kilograms(), literature.sigmaKilograms());
    double lnRatio =
        Math.log(gm.km3PerS2() / MassEstimator.GRAVITATIONAL_CONSTANT) - published.mu();
    double sigma = Math.hypot(assumptions.sigmaLnGm(), published.sigmaLn());
    return Math.abs(lnRatio) > MOST_SIGMA * sigma;
  }

  private static void addPhotometric(
      EnumSet<Flag> flags, double kilometres, double h, @Nullable Double albedo) {
    double ratioToWhite = kilometres / Photometry.diameterKm(h, 1);
    double implied = 1 / (ratioToWhite * ratioToWhite);
    if (!(implied >= LOWEST_ALBEDO && implied <= HIGHEST_ALBEDO)) {
      flags.add(Flag.IMPLIED_ALBEDO);
    }
    if (albedo != null) {
      double ratio = kilometres / Photometry.diameterKm(h, albedo);
      if (ratio > MOST_DIAMETER_RATIO || ratio < 1 / MOST_DIAMETER_RATIO) {
        flags.add(Flag.DIAMETER);
      }
    }
  }

  /** Unusual for every class that the type may stand for. */
  private boolean isUnusual(double albedo, Classification classification) {
    ClassWeights weights = classification.weights();
    double lnAlbedo = Math.log(albedo);
    for (SpectralClass possible : weights.possible()) {
      LogNormal usual = albedos.of(possible);
      double sigma = Math.hypot(usual.sigmaLn(), assumptions.sigmaLnMeasuredAlbedo());
      if (Math.abs(lnAlbedo - usual.mu()) <= MOST_SIGMA * sigma) {
        return false;
      }
    }
    return true;
  }
}
