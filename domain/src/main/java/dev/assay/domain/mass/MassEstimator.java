package dev.assay.domain.mass;

import dev.assay.domain.body.GravitationalParameter;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.size.DiameterEstimator.Sizing;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.ClassTable;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.Classification;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mass of a body: from GM, else from published masses, else from its diameter and the
 * density of its class, M = (&pi;/6) D&sup3; &rho; with var(ln M) = 9 var(ln D) + var(ln &rho;)
 * (Carry 2012, Eq. 1, in logarithms).
 */
public final class MassEstimator {

  /** Newtonian constant of gravitation (CODATA 2018, km&sup3; kg<sup>-1</sup> s<sup>-2</sup>). */
  public static final double GRAVITATIONAL_CONSTANT = 6.67430e-20;

  /** ln of the volume (m&sup3;) of a sphere of 1 km. */
  private static final double LN_SPHERE = Math.log(Math.PI / 6 * 1e9);

  private static final LogNormal ONE_KILOMETRE = LogNormal.ofMedian(1, 0);

  private final Assumptions assumptions;

  /** Mass of a sphere of 1 km with the density of large bodies of each class (kg). */
  private final ClassTable<LogNormal> largeSpheres;

  private final ClassTable<LogNormal> smallSpheres;
  private final LogNormal cometSphere;

  /**
   * Makes an estimator.
   *
   * @param densities density of each class
   * @param assumptions what to assume for comets, small bodies and the error of GM
   */
  public MassEstimator(ClassDensities densities, Assumptions assumptions) {
    this.assumptions = assumptions;
    LogNormal cometDensity =
        LogNormal.ofMedian(assumptions.cometDensity(), assumptions.cometDensitySigmaLn());
    this.largeSpheres = ClassTable.of(c -> mass(ONE_KILOMETRE, densities.of(c).large()));
    this.smallSpheres = ClassTable.of(c -> mass(ONE_KILOMETRE, densities.of(c).small()));
    this.cometSphere = mass(ONE_KILOMETRE, cometDensity);
  }

  /**
   * A mass that may depend on the class.
   *
   * @param byClass ln of the mass in kg for each class
   * @param overall the mass whatever the class
   */
  public record Weighing(ClassMixture byClass, Estimate<Mass> overall) {

    private static Weighing of(ClassMixture byClass, MassSource source) {
      LogNormal matched = byClass.matched();
      return new Weighing(
          byClass,
          new Estimate<>(new Mass(matched.median()), matched.sigmaLn(), source.provenance()));
    }
  }

  /**
   * The mass of a body.
   *
   * @param body the body
   * @param literature its published masses, combined; null if there is none
   * @param classification the classes it may have
   * @param sizing its diameter; null if not known
   * @return the mass, or empty if nothing is known that it could follow from
   */
  public Optional<Weighing> estimate(
      SmallBody body,
      @Nullable CombinedMass literature,
      Classification classification,
      @Nullable Sizing sizing) {
    GravitationalParameter gm = body.gravitationalParameter();
    if (gm != null) {
      double kilograms = gm.km3PerS2() / GRAVITATIONAL_CONSTANT;
      LogNormal mass = LogNormal.ofMedian(kilograms, assumptions.sigmaLnGm());
      return Optional.of(
          Weighing.of(ClassMixture.same(classification.weights(), mass), MassSource.GM));
    }
    if (literature != null) {
      LogNormal mass = LogNormal.ofMeasurement(literature.kilograms(), literature.sigmaKilograms());
      return Optional.of(
          Weighing.of(
              ClassMixture.same(classification.weights(), mass), MassSource.COMBINED_MEASUREMENTS));
    }
    return Optional.ofNullable(sizing).map(known -> fromDensity(body, known));
  }

  /**
   * The mass of a sphere of exactly 1 km with the density of asteroids, not of comets.
   *
   * @param weights the classes it may have
   * @param small whether the density is that of small bodies
   * @return ln of the mass in kg for each class
   */
  public ClassMixture ofKilometreSphere(ClassWeights weights, boolean small) {
    return ClassMixture.of(weights, (small ? smallSpheres : largeSpheres)::get);
  }

  private Weighing fromDensity(SmallBody body, Sizing sizing) {
    boolean small = assumptions.isSmall(sizing.overall().median().kilometres());
    ClassMixture cubes = sizing.byClass().power(3);
    ClassMixture masses =
        body.isComet()
            ? cubes.times(cometSphere)
            : cubes.times(small ? smallSpheres : largeSpheres);
    return Weighing.of(masses, MassSource.DIAMETER_DENSITY);
  }

  /**
   * The mass of a sphere.
   *
   * @param diameter distribution of its diameter (km)
   * @param density distribution of its density (kg/m&sup3;)
   * @return distribution of its mass (kg)
   */
  static LogNormal mass(LogNormal diameter, LogNormal density) {
    LogNormal volume = new LogNormal(LN_SPHERE + 3 * diameter.mu(), 3 * diameter.sigmaLn());
    return volume.times(density);
  }
}
