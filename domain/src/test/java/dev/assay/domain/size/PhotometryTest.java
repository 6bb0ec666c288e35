package dev.assay.domain.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.estimate.LogNormal;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhotometryTest {

  /** Rounding of an exponential and a root, with arguments up to 30. */
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-11);

  /** SCIENCE.md 3.1; to half of the last digit printed there. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1329",
    "17.75, 0.14, 1.0011",
    "22, 0.14, 0.1414",
    "22, 0.05, 0.2366",
    "22, 0.25, 0.1058",
    "18, 0.15, 0.8619",
    "19.3, 0.15, 0.4737",
    "20.21, 0.044, 0.5752",
    "10.31, 0.25, 23.04",
  })
  void diameterKm_referenceValues_areReproduced(double h, double albedo, BigDecimal expected) {
    assertThat(Photometry.diameterKm(h, albedo))
        .isCloseTo(expected.doubleValue(), within(expected.ulp().doubleValue() / 2));
  }

  @Property
  void diameterKm_fiveMagnitudesFainter_isATenth(
      @ForAll @DoubleRange(min = -5, max = 45) @Scale(6) double h,
      @ForAll @DoubleRange(min = 0.001, max = 1) @Scale(6) double albedo) {
    assertThat(Photometry.diameterKm(h + 5, albedo))
        .isCloseTo(Photometry.diameterKm(h, albedo) / 10, ROUNDING);
  }

  @Property
  void diameterKm_fourTimesTheAlbedo_isHalf(
      @ForAll @DoubleRange(min = -5, max = 50) @Scale(6) double h,
      @ForAll @DoubleRange(min = 0.001, max = 0.25) @Scale(6) double albedo) {
    assertThat(Photometry.diameterKm(h, 4 * albedo))
        .isCloseTo(Photometry.diameterKm(h, albedo) / 2, ROUNDING);
  }

  @Property
  void diameterKm_fainterOrBrighterSurface_isStrictlySmaller(
      @ForAll @DoubleRange(min = -5, max = 49) @Scale(6) double h,
      @ForAll @DoubleRange(min = 0.001, max = 0.9) @Scale(6) double albedo,
      @ForAll @DoubleRange(min = 1e-6, max = 0.1) @Scale(6) double step) {
    double diameter = Photometry.diameterKm(h, albedo);

    assertThat(Photometry.diameterKm(h + step, albedo)).isLessThan(diameter);
    assertThat(Photometry.diameterKm(h, albedo + step)).isLessThan(diameter);
  }

  @Property
  void absoluteMagnitude_ofDiameter_isTheMagnitudeItCameFrom(
      @ForAll @DoubleRange(min = -5, max = 50) @Scale(6) double h,
      @ForAll @DoubleRange(min = 0.001, max = 1) @Scale(6) double albedo) {
    assertThat(Photometry.absoluteMagnitude(Photometry.diameterKm(h, albedo), albedo))
        .isCloseTo(h, within(1e-12));
  }

  /** SCIENCE.md 3.1: 0.3 mag are 13.8 % in D, 1 mag is 46 %. */
  @ParameterizedTest
  @CsvSource({"0.3, 0.138", "1, 0.4605"})
  void diameter_exactAlbedo_hasTheErrorOfTheMagnitudeAlone(double sigmaH, double expected) {
    assertThat(Photometry.diameter(20, sigmaH, LogNormal.ofMedian(0.14, 0)).sigmaLn())
        .isCloseTo(expected, within(0.0002));
  }

  @Property
  void diameter_errors_addInQuadrature(
      @ForAll @DoubleRange(min = 0, max = 3) @Scale(6) double sigmaH,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(6) double sigmaLnAlbedo) {
    LogNormal diameter =
        Photometry.diameter(17.75, sigmaH, LogNormal.ofMedian(0.14, sigmaLnAlbedo));

    double fromH = Math.log(10) / 5 * sigmaH;
    assertThat(diameter.sigmaLn())
        .isGreaterThanOrEqualTo(0.46 * sigmaH)
        .isCloseTo(Math.hypot(fromH, sigmaLnAlbedo / 2), within(1e-12));
    assertThat(diameter.median()).isCloseTo(Photometry.diameterKm(17.75, 0.14), ROUNDING);
  }
}
