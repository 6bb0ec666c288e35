package dev.assay.domain.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.size.DiameterEstimator.Sizing;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassAlbedos;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.taxonomy.ZonePriors;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiameterEstimatorTest {

  private static final Offset<Double> ROUNDING = within(1e-12);

  private final Assumptions assumptions = Assumptions.bundled();
  private final Classifier classifier =
      new Classifier(ClassAlbedos.bundled(), ZonePriors.bundled(), assumptions);
  private final DiameterEstimator estimator = new DiameterEstimator(assumptions);

  private Optional<Sizing> size(SmallBody body) {
    return estimator.estimate(body, classifier.classify(body));
  }

  private Estimate<Diameter> diameterOf(SmallBody body) {
    return size(body).orElseThrow().overall();
  }

  @Test
  void estimate_everythingKnown_takesTheMeasurement() {
    Estimate<Diameter> ceres = diameterOf(Bodies.ceres());

    assertThat(ceres.median().kilometres()).isEqualTo(939.4);
    assertThat(ceres.sigmaLn()).isCloseTo(0.2 / 939.4, within(1e-9));
    assertThat(ceres.provenance().basis()).isEqualTo(Basis.MEASURED);
    assertThat(ceres.provenance().code()).isEqualTo("measured");
  }

  @Test
  void estimate_measurementWithLargeError_isNarrowerThanItsRatioInLogarithms() {
    SmallBody body = Bodies.anAsteroid().diameter(new MeasuredDiameter(10, 10.0)).build();

    // var(ln x) = ln(1 + 1)
    assertThat(diameterOf(body).sigmaLn()).isCloseTo(Math.sqrt(Math.log(2)), ROUNDING);
  }

  @Test
  void estimate_measurementWithoutOrWithZeroError_assumesTenPercent() {
    assertThat(diameterOf(Bodies.bennu()).sigmaLn()).isCloseTo(0.10, ROUNDING);
    assertThat(
            diameterOf(Bodies.anAsteroid().diameter(new MeasuredDiameter(5, 0.0)).build())
                .sigmaLn())
        .isCloseTo(0.10, ROUNDING);
  }

  @Test
  void estimate_magnitudeAndAlbedo_followsThePhotometricRelation() {
    SmallBody body = Bodies.anAsteroid().absoluteMagnitude(18).albedo(0.15).build();

    Estimate<Diameter> diameter = diameterOf(body);

    assertThat(diameter.median().kilometres()).isCloseTo(0.8619, within(0.00005));
    assertThat(diameter.sigmaLn())
        .isCloseTo(Math.hypot(Math.log(10) / 5 * 0.2, 0.30 / 2), ROUNDING);
    assertThat(diameter.provenance().code()).isEqualTo("h-albedo");
    assertThat(diameter.provenance().basis()).isEqualTo(Basis.DERIVED);
  }

  /** Albedos of the class templates of Mahlke, Carry and Mattei (2022). */
  @ParameterizedTest
  @CsvSource({"C, 0.0512, 0.34", "S, 0.239, 0.36", "V, 0.29, 0.33", "Xe, 0.545, 0.23"})
  void estimate_magnitudeAndType_takesTheAlbedoOfTheClass(
      String type, double albedo, double sigmaLnAlbedo) {
    SmallBody body =
        Bodies.anAsteroid()
            .absoluteMagnitude(new AbsoluteMagnitude(15, 0.1))
            .smassType(type)
            .build();

    Estimate<Diameter> diameter = diameterOf(body);

    assertThat(diameter.median().kilometres())
        .isCloseTo(Photometry.diameterKm(15, albedo), within(1e-9));
    assertThat(diameter.sigmaLn())
        .isCloseTo(Math.hypot(Math.log(10) / 5 * 0.1, sigmaLnAlbedo / 2), ROUNDING);
    assertThat(diameter.provenance().code()).isEqualTo("h-class-albedo");
  }

  @Test
  void estimate_measuredAlbedo_goesBeforeTheClass() {
    SmallBody body = Bodies.anAsteroid().absoluteMagnitude(18).smassType("C").albedo(0.15).build();

    assertThat(diameterOf(body).median().kilometres()).isCloseTo(0.8619, within(0.00005));
  }

  @Test
  void estimate_unknownClass_isLargeIfDarkAndSmallIfBright() {
    Sizing sizing = size(Bodies.onlyHInMainBelt()).orElseThrow();

    // The extremes of the mixture: P (albedo 0.0488) and E (0.545), each with its 1 sigma.
    assertThat(sizing.byClass().quantile(3)).isGreaterThan(Photometry.diameterKm(15, 0.0488));
    assertThat(sizing.byClass().quantile(-3)).isLessThan(Photometry.diameterKm(15, 0.29));
    assertThat(sizing.overall().sigmaLn()).isBetween(0.3, 0.6);
    assertThat(sizing.overall().low().kilometres())
        .isLessThan(sizing.overall().median().kilometres());
    assertThat(sizing.overall().high().kilometres())
        .isGreaterThan(sizing.overall().median().kilometres());
  }

  @Test
  void estimate_neitherDiameterNorMagnitude_isEmpty() {
    assertThat(size(Bodies.onlyOrbit())).isEmpty();
    assertThat(size(Bodies.parabolicComet())).isEmpty();
    assertThat(
            size(
                SmallBody.builder("(2012 EF3)", OrbitalElements.of(2.65, 0.12, 8))
                    .albedo(0.1)
                    .smassType("C")
                    .build()))
        .isEmpty();
  }

  /** Near-Earth 0.3 mag, others 0.2 mag; a stated error goes first, unless it is zero. */
  @ParameterizedTest
  @CsvSource({"1.5, , 0.3", "2.65, , 0.2", "1.5, 0.7, 0.7", "2.65, 0.05, 0.05", "1.5, 0, 0.3"})
  void estimate_errorOfMagnitude_isStatedOrAssumedByZone(double a, Double stated, double expected) {
    SmallBody body =
        SmallBody.builder("(2010 AB1)", OrbitalElements.of(a, 0.2, 5))
            .absoluteMagnitude(new AbsoluteMagnitude(20, stated))
            .albedo(0.1)
            .build();

    double albedoPart = 0.30 / 2;
    assertThat(diameterOf(body).sigmaLn())
        .isCloseTo(Math.hypot(Math.log(10) / 5 * expected, albedoPart), ROUNDING);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void diameter_notPositiveAndFinite_isRefused(double kilometres) {
    assertThatThrownBy(() -> new Diameter(kilometres))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(kilometres));
  }
}
