package dev.assay.domain.size;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.Classification;
import java.util.Optional;

/**
 * Finds the diameter of a body: measured, else from H and its albedo, else from H and its class.
 */
public final class DiameterEstimator {

  private final Assumptions assumptions;

  /**
   * Makes an estimator.
   *
   * @param assumptions errors to assume where none is stated
   */
  public DiameterEstimator(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /**
   * A diameter that may depend on the class.
   *
   * @param byClass ln of the diameter in km for each class
   * @param overall the diameter whatever the class
   */
  public record Sizing(ClassMixture byClass, Estimate<Diameter> overall) {

    private static Sizing same(ClassWeights weights, Estimate<Diameter> diameter) {
      double kilometres = diameter.median().kilometres();
      LogNormal whatever = LogNormal.ofMedian(kilometres, diameter.sigmaLn());
      return new Sizing(ClassMixture.same(weights, whatever), diameter);
    }

    private static Sizing of(ClassMixture byClass, DiameterSource source) {
      LogNormal matched = byClass.matched();
      return new Sizing(
          byClass,
          new Estimate<>(new Diameter(matched.median()), matched.sigmaLn(), source.provenance()));
    }
  }

  /**
   * The diameter of a body.
   *
   * @param body the body
   * @param classification the classes it may have
   * @return the diameter, or empty if neither a diameter nor H is known
   */
  public Optional<Sizing> estimate(SmallBody body, Classification classification) {
    ClassWeights weights = classification.weights();
    Optional<Estimate<Diameter>> measured = regardlessOfClass(body);
    if (measured.isPresent()) {
      return measured.map(diameter -> Sizing.same(weights, diameter));
    }
    AbsoluteMagnitude h = body.absoluteMagnitude();
    if (h == null) {
      return Optional.empty();
    }
    double sigmaH = sigmaH(body, h);
    ClassMixture byClass =
        ClassMixture.of(
            weights,
            c -> Photometry.diameter(h.magnitudes(), sigmaH, classification.albedos().get(c)));
    return Optional.of(Sizing.of(byClass, DiameterSource.H_CLASS_ALBEDO));
  }

  /**
   * The diameter of a body whatever its class.
   *
   * @param body the body
   * @return the diameter, or empty if it is not measured, nor H and the albedo
   */
  public Optional<Estimate<Diameter>> regardlessOfClass(SmallBody body) {
    MeasuredDiameter measured = body.diameter();
    if (measured != null) {
      return Optional.of(
          new Estimate<>(
              new Diameter(measured.kilometres()),
              measured(measured).sigmaLn(),
              DiameterSource.MEASURED.provenance()));
    }
    AbsoluteMagnitude h = body.absoluteMagnitude();
    Double albedo = body.albedo();
    if (h == null || albedo == null) {
      return Optional.empty();
    }
    LogNormal p = LogNormal.ofMedian(albedo, assumptions.sigmaLnMeasuredAlbedo());
    LogNormal diameter = Photometry.diameter(h.magnitudes(), sigmaH(body, h), p);
    return Optional.of(
        new Estimate<>(
            new Diameter(diameter.median()),
            diameter.sigmaLn(),
            DiameterSource.H_ALBEDO.provenance()));
  }

  private LogNormal measured(MeasuredDiameter diameter) {
    Double sigma = diameter.sigmaKilometres();
    return sigma == null || sigma == 0
        ? LogNormal.ofMedian(diameter.kilometres(), assumptions.sigmaLnMeasuredDiameter())
        : LogNormal.ofMeasurement(diameter.kilometres(), sigma);
  }

  private double sigmaH(SmallBody body, AbsoluteMagnitude h) {
    Double stated = h.sigmaMagnitudes();
    if (stated != null && stated > 0) {
      return stated;
    }
    return Boolean.TRUE.equals(body.nearEarth())
        ? assumptions.sigmaHNearEarth()
        : assumptions.sigmaHOther();
  }
}
