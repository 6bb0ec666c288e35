package dev.assay.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.mass.ClassDensity;
import dev.assay.domain.size.Photometry;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.OrbitZone;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.math3.distribution.EnumeratedIntegerDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/**
 * Follows bodies of which only H is known through the whole chain, draw by draw (class, albedo,
 * magnitude, density, composition), and compares with the intervals that the model computes.
 */
class MonteCarloTest {

  private static final int DRAWS = 200_000;

  /** Four standard errors of a share of 68 %: 4 sqrt(0.68 0.32 / 2e5). */
  private static final double SHARE_ERROR = 0.0042;

  private static final double ONE_SIGMA = 0.6827;

  private final AssayTables tables = AssayTables.bundled();
  private final AssayModel model = new AssayModel(tables);
  private final UnitValues unitValues = new UnitValues(tables.compositions(), tables.prices());
  private final UnitValues icyUnitValues =
      new UnitValues(tables.compositions().icy(), tables.prices());

  /** What was drawn, in natural logarithms. */
  private static final class Draws {
    private final double[] lnKilometres = new double[DRAWS];
    private final double[] lnKilograms = new double[DRAWS];
    private final double[] lnUsd = new double[DRAWS];
  }

  private Draws draw(SmallBody body, boolean small) {
    Classification classification = Objects.requireNonNull(model.value(body).classification());
    AbsoluteMagnitude h = Objects.requireNonNull(body.absoluteMagnitude());
    double sigmaH = Objects.requireNonNull(h.sigmaMagnitudes());
    RandomGenerator random = new Well19937c(19780245);
    SpectralClass[] classes = draws(classification, random);
    boolean icy = OrbitZone.of(body).isIcy();
    Draws draws = new Draws();
    for (int i = 0; i < DRAWS; i++) {
      SpectralClass c = classes[i];
      double magnitude = h.magnitudes() + sigmaH * random.nextGaussian();
      double albedo = Math.exp(draw(classification.albedos().get(c), random));
      ClassDensity density = tables.densities().of(c);
      double lnKm = Math.log(Photometry.diameterKm(magnitude, albedo));
      double lnKg =
          Math.log(Math.PI / 6)
              + 3 * (lnKm + Math.log(1000))
              + draw(small ? density.small() : density.large(), random);
      draws.lnKilometres[i] = lnKm;
      draws.lnKilograms[i] = lnKg;
      draws.lnUsd[i] = lnKg + draw((icy ? icyUnitValues : unitValues).of(c), random);
    }
    return draws;
  }

  private static SpectralClass[] draws(Classification classification, RandomGenerator random) {
    int[] ordinals = SpectralClass.all().stream().mapToInt(SpectralClass::ordinal).toArray();
    double[] weights =
        SpectralClass.all().stream().mapToDouble(classification.weights()::of).toArray();
    int[] drawn = new EnumeratedIntegerDistribution(random, ordinals, weights).sample(DRAWS);
    return Arrays.stream(drawn).mapToObj(SpectralClass.all()::get).toArray(SpectralClass[]::new);
  }

  private static double draw(LogNormal quantity, RandomGenerator random) {
    return quantity.mu() + quantity.sigmaLn() * random.nextGaussian();
  }

  private static double share(double[] draws, double low, double high) {
    double within =
        Arrays.stream(draws).filter(x -> x >= Math.log(low) && x <= Math.log(high)).count();
    return within / draws.length;
  }

  @Test
  void value_nearEarthBodyWithOnlyH_holds68PercentOfAllDraws() {
    check(Bodies.onlyH(), true);
  }

  @Test
  void value_mainBeltBodyWithOnlyH_holds68PercentOfAllDraws() {
    check(Bodies.onlyHInMainBelt(), true);
  }

  @Test
  void value_largeBodyWithNoisyType_holds68PercentOfAllDraws() {
    SmallBody body =
        Bodies.anAsteroid()
            .absoluteMagnitude(new AbsoluteMagnitude(8, 0.1))
            .smassType("X::")
            .build();

    check(body, false);
  }

  @Test
  void value_transneptunianBodyWithOnlyH_holds68PercentOfAllDraws() {
    SmallBody body =
        SmallBody.builder("(2026 TN1)", OrbitalElements.of(43, 0.1, 5))
            .absoluteMagnitude(new AbsoluteMagnitude(3, 0.2))
            .build();

    check(body, false);
  }

  /** Diameter with its stated error, density and composition of a mixture of classes. */
  @Test
  void value_measuredDiameterAndUncertainType_holds68PercentOfAllDraws() {
    SmallBody body =
        Bodies.anAsteroid().diameter(new MeasuredDiameter(4, 0.6)).smassType("S::").build();
    Valuation valuation = model.value(body);
    Classification classification = Objects.requireNonNull(valuation.classification());
    RandomGenerator random = new Well19937c(20120073);
    SpectralClass[] classes = draws(classification, random);
    LogNormal kilometres = LogNormal.ofMeasurement(4, 0.6);
    Draws draws = new Draws();
    for (int i = 0; i < DRAWS; i++) {
      SpectralClass c = classes[i];
      draws.lnKilometres[i] = draw(kilometres, random);
      draws.lnKilograms[i] =
          Math.log(Math.PI / 6 * 1e9)
              + 3 * draws.lnKilometres[i]
              + draw(tables.densities().of(c).small(), random);
      draws.lnUsd[i] = draws.lnKilograms[i] + draw(unitValues.of(c), random);
    }

    check(valuation, draws);
  }

  /** GM says the same of every class; what a kilogram is worth differs between them. */
  @Test
  void value_gmAndUncertainType_holds68PercentOfAllDraws() {
    SmallBody body =
        Bodies.anAsteroid().diameter(40).gravitationalParameter(6e-3).tholenType("CX").build();
    Valuation valuation = model.value(body);
    Classification classification = Objects.requireNonNull(valuation.classification());
    RandomGenerator random = new Well19937c(20180614);
    SpectralClass[] classes = draws(classification, random);
    LogNormal kilograms = LogNormal.ofMedian(6e-3 / 6.67430e-20, tables.assumptions().sigmaLnGm());
    LogNormal kilometres = LogNormal.ofMedian(40, tables.assumptions().sigmaLnMeasuredDiameter());
    Draws draws = new Draws();
    for (int i = 0; i < DRAWS; i++) {
      draws.lnKilometres[i] = draw(kilometres, random);
      draws.lnKilograms[i] = draw(kilograms, random);
      draws.lnUsd[i] = draws.lnKilograms[i] + draw(unitValues.of(classes[i]), random);
    }

    check(valuation, draws);
  }

  private void check(SmallBody body, boolean small) {
    check(model.value(body), draw(body, small));
  }

  private static void check(Valuation valuation, Draws draws) {
    GrossValue gross = Objects.requireNonNull(valuation.grossValue());
    assertThat(share(draws.lnUsd, gross.lowUsd(), gross.highUsd()))
        .isCloseTo(ONE_SIGMA, within(SHARE_ERROR));
    assertThat(share(draws.lnUsd, Double.MIN_VALUE, gross.lowUsd()))
        .isCloseTo((1 - ONE_SIGMA) / 2, within(SHARE_ERROR));
    assertMatches(
        draws.lnKilometres,
        Math.log(Objects.requireNonNull(valuation.diameter()).median().kilometres()),
        valuation.diameter());
    assertMatches(
        draws.lnKilograms,
        Math.log(Objects.requireNonNull(valuation.mass()).median().kilograms()),
        valuation.mass());
  }

  /** An estimate has mean and width of the draws' logarithm: 2e5 draws of sigma 1.5 give 0.0034. */
  private static void assertMatches(double[] draws, double lnMedian, Estimate<?> estimate) {
    double mean = Arrays.stream(draws).average().orElseThrow();
    double variance =
        Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(lnMedian).isCloseTo(mean, within(0.014));
    assertThat(estimate.sigmaLn()).isCloseTo(Math.sqrt(variance), within(0.014));
  }
}
