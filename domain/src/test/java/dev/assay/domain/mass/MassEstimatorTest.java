package dev.assay.domain.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.mass.MassEstimator.Weighing;
import dev.assay.domain.size.DiameterEstimator;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassAlbedos;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.Classifier;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.taxonomy.ZonePriors;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MassEstimatorTest {

  /** Rounding of logarithms of numbers up to 1e21 and back. */
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-10);

  private final Assumptions assumptions = Assumptions.bundled();
  private final Classifier classifier =
      new Classifier(ClassAlbedos.bundled(), ZonePriors.bundled(), assumptions);
  private final DiameterEstimator diameters = new DiameterEstimator(assumptions);
  private final MassEstimator masses = new MassEstimator(ClassDensities.bundled(), assumptions);

  private Optional<Weighing> weigh(SmallBody body, @Nullable CombinedMass literature) {
    Classification classification = classifier.classify(body);
    return masses.estimate(
        body, literature, classification, diameters.estimate(body, classification).orElse(null));
  }

  private Estimate<Mass> massOf(SmallBody body) {
    return weigh(body, null).orElseThrow().overall();
  }

  private static SmallBody.Builder spectralTypeAndDiameter(String type, double kilometres) {
    return Bodies.anAsteroid()
        .smassType(type)
        .diameter(new MeasuredDiameter(kilometres, kilometres / 100));
  }

  /** GM/G, SCIENCE.md 8.3; to half of the last digit printed there. */
  @ParameterizedTest
  @CsvSource({
    "Eros, 4.463e-4, 6.687e15",
    "Bennu, 4.8904e-9, 7.327e10",
    "Ryugu, 3.00e-8, 4.495e11",
  })
  void estimate_gravitationalParameter_isDividedByG(String name, double gm, double expected) {
    Estimate<Mass> mass = massOf(Bodies.anAsteroid().gravitationalParameter(gm).build());

    double digit = Math.pow(10, Math.floor(Math.log10(expected)) - 3);
    assertThat(mass.median().kilograms()).as(name).isCloseTo(expected, within(digit / 2));
    assertThat(mass.sigmaLn()).isCloseTo(0.05, within(1e-12));
    assertThat(mass.provenance().basis()).isEqualTo(Basis.MEASURED);
    assertThat(mass.provenance().code()).isEqualTo("gm");
  }

  @Test
  void estimate_gravitationalParameter_ignoresDiameterTypeAndLiterature() {
    CombinedMass literature = CombinedMass.of(List.of(new MassMeasurement(1e10, 1e9)));
    SmallBody small = spectralTypeAndDiameter("C", 1).gravitationalParameter(4.463e-4).build();
    SmallBody large = spectralTypeAndDiameter("M", 900).gravitationalParameter(4.463e-4).build();

    assertThat(weigh(small, literature).orElseThrow().overall())
        .isEqualTo(weigh(large, null).orElseThrow().overall());
  }

  @Test
  void estimate_literatureMass_goesBeforeTheDensityOfTheClass() {
    CombinedMass literature =
        CombinedMass.of(
            List.of(
                new MassMeasurement(2e18, 2e17),
                new MassMeasurement(2e18, 2e17),
                new MassMeasurement(2e18, 2e17)));

    Estimate<Mass> mass =
        weigh(spectralTypeAndDiameter("C", 100).build(), literature).orElseThrow().overall();

    double relative = 0.1 / Math.sqrt(3);
    assertThat(mass.median().kilograms()).isCloseTo(2e18, ROUNDING);
    assertThat(mass.sigmaLn()).isCloseTo(Math.sqrt(Math.log1p(relative * relative)), within(1e-12));
    assertThat(mass.provenance().code()).isEqualTo("combined-measurements");
    assertThat(mass.provenance().basis()).isEqualTo(Basis.MEASURED);
  }

  @Test
  void estimate_literatureErrorAboveTheMass_staysPositive() {
    CombinedMass victoria = CombinedMass.of(List.of(new MassMeasurement(2.45e18, 4.6e18)));

    Estimate<Mass> mass = weigh(Bodies.onlyOrbit(), victoria).orElseThrow().overall();

    assertThat(mass.low().kilograms()).isPositive().isLessThan(2.45e18);
    assertThat(mass.high().kilograms()).isFinite().isGreaterThan(2.45e18);
  }

  /** Bulk densities (kg/m3) of densities.csv: smaller bodies are more porous. */
  @ParameterizedTest
  @CsvSource({
    "C, 100, 1400, 0.30",
    "C, 10, 1400, 0.30",
    "C, 9.999, 1200, 0.30",
    "S, 100, 2700, 0.20",
    "S, 1, 2300, 0.20",
    "V, 500, 3300, 0.30",
    "B, 0.5, 1200, 0.30",
  })
  void estimate_diameterAndType_isVolumeTimesDensity(
      String type, double kilometres, double density, double sigmaLnDensity) {
    Estimate<Mass> mass = massOf(spectralTypeAndDiameter(type, kilometres).build());

    double volume = Math.PI / 6 * Math.pow(kilometres * 1000, 3);
    assertThat(mass.median().kilograms()).isCloseTo(volume * density, ROUNDING);
    double sigmaLnDiameter = Math.sqrt(Math.log1p(1e-4));
    assertThat(mass.sigmaLn())
        .isCloseTo(Math.hypot(3 * sigmaLnDiameter, sigmaLnDensity), within(1e-12));
    assertThat(mass.provenance().code()).isEqualTo("diameter-density");
    assertThat(mass.provenance().basis()).isEqualTo(Basis.DERIVED);
  }

  @Test
  void estimate_comet_hasTheDensityOfComets() {
    Estimate<Mass> halley = massOf(Bodies.halley());

    assertThat(halley.median().kilograms())
        .isCloseTo(Math.PI / 6 * Math.pow(11_000, 3) * 500, ROUNDING);
    assertThat(halley.sigmaLn()).isCloseTo(Math.hypot(0.3, 0.4), within(1e-12));
  }

  @Test
  void estimate_cometClassAlone_decidesForTheDensityOfComets() {
    SmallBody comet = spectralTypeAndDiameter("C", 5).orbitClass(new OrbitClass("JFc")).build();

    assertThat(massOf(comet).median().kilograms())
        .isCloseTo(Math.PI / 6 * Math.pow(5000, 3) * 500, ROUNDING);
  }

  @Test
  void estimate_nothingKnown_isEmpty() {
    assertThat(weigh(Bodies.onlyOrbit(), null)).isEmpty();
  }

  /**
   * Mass, diameter and density of 22 asteroids belong together (Carry 2012, Table 1). All three are
   * printed with three digits; for (90) Antiope that alone makes 1.2 %.
   */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/dev/assay/domain/carry-2012-table-1.csv",
      useHeadersInDisplayName = true)
  void mass_carrysTable_reproducesItsDensities(
      String body, double kilograms, double kilometres, double density) {
    double mass =
        MassEstimator.mass(LogNormal.ofMedian(kilometres, 0), LogNormal.ofMedian(density * 1e3, 0))
            .median();

    double printed = 0.005 / density;
    assertThat(mass / kilograms).as(body).isCloseTo(1, within(0.0075 + printed));
  }

  @Property(tries = 100)
  void estimate_diameterAndType_isTheMassOfASphereOfThatDensity(
      @ForAll @DoubleRange(min = 0.001, max = 900) @Scale(3) double kilometres) {
    ClassDensity density = ClassDensities.bundled().of(SpectralClass.V);
    boolean small = kilometres < assumptions.smallBodyLimitKm();

    Estimate<Mass> mass = massOf(spectralTypeAndDiameter("V", kilometres).build());

    LogNormal sphere =
        MassEstimator.mass(
            LogNormal.ofMeasurement(kilometres, kilometres / 100),
            small ? density.small() : density.large());
    assertThat(mass.median().kilograms()).isCloseTo(sphere.median(), ROUNDING);
    assertThat(mass.sigmaLn()).isCloseTo(sphere.sigmaLn(), within(1e-12));
  }

  @Property
  void mass_twiceTheDiameter_isEightfold(
      @ForAll @DoubleRange(min = 0.001, max = 1000) @Scale(6) double kilometres,
      @ForAll @DoubleRange(min = 300, max = 8000) @Scale(3) double density) {
    LogNormal rho = LogNormal.ofMedian(density, 0.3);

    double single = MassEstimator.mass(LogNormal.ofMedian(kilometres, 0.1), rho).median();
    double twice = MassEstimator.mass(LogNormal.ofMedian(2 * kilometres, 0.1), rho).median();

    assertThat(single).isPositive();
    assertThat(twice).isCloseTo(8 * single, ROUNDING);
  }

  @Property
  void mass_density_isLinear(
      @ForAll @DoubleRange(min = 300, max = 8000) @Scale(3) double density,
      @ForAll @DoubleRange(min = 0.1, max = 10) @Scale(3) double factor) {
    LogNormal diameter = LogNormal.ofMedian(17, 0.1);

    double single = MassEstimator.mass(diameter, LogNormal.ofMedian(density, 0.3)).median();
    double scaled =
        MassEstimator.mass(diameter, LogNormal.ofMedian(factor * density, 0.3)).median();

    assertThat(scaled).isCloseTo(factor * single, ROUNDING);
  }

  @Property
  void mass_variance_isNineTimesThatOfDiameterPlusThatOfDensity(
      @ForAll @DoubleRange(min = 0, max = 2) @Scale(6) double sigmaLnDiameter,
      @ForAll @DoubleRange(min = 0, max = 2) @Scale(6) double sigmaLnDensity) {
    double sigmaLn =
        MassEstimator.mass(
                LogNormal.ofMedian(1, sigmaLnDiameter), LogNormal.ofMedian(2000, sigmaLnDensity))
            .sigmaLn();

    assertThat(sigmaLn * sigmaLn)
        .isCloseTo(
            9 * sigmaLnDiameter * sigmaLnDiameter + sigmaLnDensity * sigmaLnDensity, within(1e-10));
  }

  @ParameterizedTest
  @EnumSource
  void bundled_everyClass_hasABelievableDensityThatDoesNotGrowForSmallBodies(
      SpectralClass spectralClass) {
    ClassDensity density = ClassDensities.bundled().of(spectralClass);

    assertThat(density.large().median()).isBetween(ClassDensities.LOWEST, ClassDensities.HIGHEST);
    assertThat(density.small().median())
        .isGreaterThanOrEqualTo(ClassDensities.LOWEST)
        .isLessThanOrEqualTo(density.large().median());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void mass_notPositiveAndFinite_isRefused(double kilograms) {
    assertThatThrownBy(() -> new Mass(kilograms))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(kilograms));
  }
}
