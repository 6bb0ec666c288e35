package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.estimate.LogNormal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassMixtureTest {

  /** A quantile is found to 1e-10 in its logarithm. */
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-7);

  private static final LogNormal CERTAINLY_ZERO = new LogNormal(Double.NEGATIVE_INFINITY, 0);

  /** One component of a mixture under test. */
  record Part(SpectralClass spectralClass, double weight, LogNormal quantity) {}

  private static ClassMixture mixture(List<Part> parts) {
    Map<SpectralClass, Double> weights = new EnumMap<>(SpectralClass.class);
    Map<SpectralClass, LogNormal> quantities = new EnumMap<>(SpectralClass.class);
    for (Part part : parts) {
      weights.put(part.spectralClass(), part.weight());
      quantities.put(part.spectralClass(), part.quantity());
    }
    return ClassMixture.of(
        ClassWeights.of(weights), c -> quantities.getOrDefault(c, CERTAINLY_ZERO));
  }

  private static ClassMixture cAndS(double shareOfC, LogNormal ofC, LogNormal ofS) {
    return mixture(
        List.of(
            new Part(SpectralClass.C, shareOfC, ofC),
            new Part(SpectralClass.S, 1 - shareOfC, ofS)));
  }

  @Provide
  Arbitrary<List<Part>> parts() {
    return Combinators.combine(
            Arbitraries.of(SpectralClass.class),
            decimals(0.001, 1),
            Arbitraries.oneOf(decimals(-60, 60), decimals(-1, 1)),
            Arbitraries.oneOf(decimals(0.01, 5), decimals(0.01, 0.1)))
        .as((c, weight, mu, sigma) -> new Part(c, weight, new LogNormal(mu, sigma)))
        .list()
        .uniqueElements(Part::spectralClass)
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static Arbitrary<Double> decimals(double low, double high) {
    return Arbitraries.doubles().between(low, high).ofScale(6);
  }

  @Property
  void quantile_anyMixture_isWhereTheDistributionFunctionReachesTheProbability(
      @ForAll("parts") List<Part> parts,
      @ForAll @DoubleRange(min = -5, max = 5) @Scale(6) double z) {
    double quantile = mixture(parts).quantile(z);

    double probability = new NormalDistribution().cumulativeProbability(z);
    // ln x is right to 1e-10: the probability must be enclosed by steps of 1e-9 to either side.
    assertThat(upTo(parts, Math.log(quantile) - 1e-9)).isLessThanOrEqualTo(probability + 1e-13);
    assertThat(upTo(parts, Math.log(quantile) + 1e-9)).isGreaterThanOrEqualTo(probability - 1e-13);
  }

  private static double upTo(List<Part> parts, double lnX) {
    double sum = 0;
    double weights = 0;
    for (Part part : parts) {
      double z = (lnX - part.quantity().mu()) / part.quantity().sigmaLn();
      sum += part.weight() * new NormalDistribution().cumulativeProbability(z);
      weights += part.weight();
    }
    return sum / weights;
  }

  /** Newton's steps swing to and fro across a narrow class at the median of a wide one. */
  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.006759, 0, 0.037059, 0.5, 1})
  void quantile_narrowClassWithinAWideOne_isFoundAllTheSame(double z) {
    List<Part> parts =
        List.of(
            new Part(SpectralClass.L, 0.174663, new LogNormal(-1.9e-5, 0.010015)),
            new Part(SpectralClass.E, 0.054427, new LogNormal(-1.717331, 0.010076)),
            new Part(SpectralClass.SL, 0.001021, new LogNormal(1.1e-5, 0.010096)),
            new Part(SpectralClass.SQ, 0.002844, new LogNormal(0.053209, 0.010057)),
            new Part(SpectralClass.M, 0.50604, new LogNormal(-1.23e-4, 0.131952)));

    double quantile = mixture(parts).quantile(z);

    assertThat(upTo(parts, Math.log(quantile)))
        .isCloseTo(new NormalDistribution().cumulativeProbability(z), within(1e-8));
  }

  @Property
  void quantile_greaterProbability_isNoSmaller(
      @ForAll("parts") List<Part> parts,
      @ForAll @DoubleRange(min = -5, max = 5) @Scale(6) double first,
      @ForAll @DoubleRange(min = -5, max = 5) @Scale(6) double second) {
    ClassMixture mixture = mixture(parts);

    assertThat(mixture.quantile(Math.max(first, second)))
        .isGreaterThanOrEqualTo(mixture.quantile(Math.min(first, second)) * (1 - 1e-9));
  }

  @Property
  void expectation_anyMixture_liesBetweenTheMedians(@ForAll("parts") List<Part> parts) {
    double[] medians = parts.stream().mapToDouble(p -> p.quantity().median()).toArray();

    assertThat(mixture(parts).expectation())
        .isBetween(
            Arrays.stream(medians).min().orElseThrow() * (1 - 1e-12),
            Arrays.stream(medians).max().orElseThrow() * (1 + 1e-12));
  }

  /** 2e5 draws: the standard error of a probability is 0.0011, of mean and sigma 0.0025. */
  @Test
  void quantileAndMatched_threeClasses_agreeWithAMonteCarlo() {
    List<Part> parts =
        List.of(
            new Part(SpectralClass.C, 0.5, new LogNormal(0, 0.4)),
            new Part(SpectralClass.S, 0.3, new LogNormal(-1, 0.2)),
            new Part(SpectralClass.M, 0.2, new LogNormal(2, 0.6)));
    ClassMixture mixture = mixture(parts);
    double[] draws = draws(parts, 200_000);

    for (double z : new double[] {-2, -1, 0, 1, 2}) {
      double below =
          Arrays.stream(draws).filter(x -> x <= Math.log(mixture.quantile(z))).count()
              / (double) draws.length;
      double probability = new NormalDistribution().cumulativeProbability(z);
      double standardError = Math.sqrt(probability * (1 - probability) / draws.length);
      assertThat(below).as("z = " + z).isCloseTo(probability, within(4 * standardError));
    }
    double mean = Arrays.stream(draws).average().orElseThrow();
    double variance =
        Arrays.stream(draws).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    assertThat(mixture.matched().mu()).isCloseTo(mean, within(0.01));
    assertThat(mixture.matched().sigmaLn()).isCloseTo(Math.sqrt(variance), within(0.01));
  }

  private static double[] draws(List<Part> parts, int count) {
    Well19937c random = new Well19937c(20130414);
    double[] draws = new double[count];
    for (int i = 0; i < count; i++) {
      double u = random.nextDouble();
      int k = 0;
      while (u >= parts.get(k).weight() && k < parts.size() - 1) {
        u -= parts.get(k).weight();
        k++;
      }
      LogNormal quantity = parts.get(k).quantity();
      draws[i] = quantity.mu() + quantity.sigmaLn() * random.nextGaussian();
    }
    return draws;
  }

  @Test
  void matched_sameForAllClasses_isThatDistribution() {
    ClassWeights weights = ClassWeights.of(Map.of(SpectralClass.C, 0.3, SpectralClass.S, 0.7));
    LogNormal quantity = new LogNormal(5, 0.25);

    ClassMixture same = ClassMixture.same(weights, quantity);

    assertThat(same.matched().mu()).isCloseTo(5, within(1e-12));
    assertThat(same.matched().sigmaLn()).isCloseTo(0.25, within(1e-9));
    assertThat(same.quantile(1)).isCloseTo(Math.exp(5.25), ROUNDING);
    assertThat(same.expectation()).isCloseTo(Math.exp(5), ROUNDING);
  }

  @Test
  void quantile_singleClass_isThatOfTheLogNormal() {
    ClassMixture single =
        ClassMixture.same(ClassWeights.certain(SpectralClass.S), LogNormal.ofMedian(7, 0.5));

    assertThat(single.quantile(-1)).isCloseTo(7 * Math.exp(-0.5), ROUNDING);
    assertThat(single.quantile(0)).isCloseTo(7, ROUNDING);
    assertThat(single.quantile(5)).isCloseTo(7 * Math.exp(2.5), ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"0.5, -1, 1", "0.5, 1, 100", "0.1, -1, 100", "0.9, 1, 1", "0.8, 1, 100"})
  void quantile_exactValues_isOneOfThem(double shareOfFirst, double z, double expected) {
    ClassMixture mixture =
        cAndS(shareOfFirst, LogNormal.ofMedian(1, 0), LogNormal.ofMedian(100, 0));

    assertThat(mixture.quantile(z)).isCloseTo(expected, ROUNDING);
  }

  @Test
  void quantile_exactlyTheSameForAll_isThatValue() {
    LogNormal exact = LogNormal.ofMedian(42, 0);

    assertThat(cAndS(0.5, exact, exact).quantile(-1)).isCloseTo(42, ROUNDING);
    assertThat(cAndS(0.5, exact, exact).quantile(1)).isCloseTo(42, ROUNDING);
  }

  /** A class all of whose commodities are free is worth nothing, the others are not. */
  @Test
  void quantile_partCertainlyZero_isZeroUpToItsShare() {
    ClassMixture mixture = cAndS(0.2, CERTAINLY_ZERO, LogNormal.ofMedian(100, 0.1));

    assertThat(mixture.quantile(-1)).isZero();
    assertThat(mixture.expectation()).isCloseTo(80, ROUNDING);
    // Up to z = 1 lies 0.8413 of the probability: 0.6413 of the 0.8 that are not zero.
    double z =
        new NormalDistribution().inverseCumulativeProbability((0.8413447460685429 - 0.2) / 0.8);
    assertThat(mixture.quantile(1)).isCloseTo(100 * Math.exp(0.1 * z), ROUNDING);
  }

  @Test
  void quantile_smallPartCertainlyZero_leavesTheLowerEndAboveZero() {
    ClassMixture mixture = cAndS(0.05, CERTAINLY_ZERO, LogNormal.ofMedian(100, 0.1));

    assertThat(mixture.quantile(-1)).isBetween(50.0, 100.0);
  }

  @Test
  void quantile_allCertainlyZero_isZero() {
    ClassMixture nothing = cAndS(0.5, CERTAINLY_ZERO, CERTAINLY_ZERO);

    assertThat(nothing.quantile(1)).isZero();
    assertThat(nothing.expectation()).isZero();
    assertThat(ClassMixture.same(ClassWeights.certain(SpectralClass.S), CERTAINLY_ZERO).quantile(1))
        .isZero();
  }

  @Test
  void times_factorByClass_keepsWhatDependsOnTheClassTogether() {
    ClassMixture mixture = cAndS(0.25, LogNormal.ofMedian(2, 0), LogNormal.ofMedian(3, 0));

    ClassMixture product =
        mixture.times(ClassTable.of(c -> LogNormal.ofMedian(c == SpectralClass.C ? 10 : 100, 0)));

    assertThat(product.expectation()).isCloseTo(0.25 * 20 + 0.75 * 300, ROUNDING);
  }

  @Property(tries = 100)
  void timesAndPower_anyMixture_areThoseOfEachClass(
      @ForAll("parts") List<Part> parts,
      @ForAll @DoubleRange(min = -10, max = 10) @Scale(3) double mu,
      @ForAll @DoubleRange(min = 0, max = 2) @Scale(3) double sigmaLn) {
    LogNormal factor = new LogNormal(mu, sigmaLn);

    ClassMixture cubes = mixture(parts).power(3);

    assertThat(cubes.times(factor).matched())
        .isEqualTo(cubes.times(ClassTable.of(c -> factor)).matched());
    LogNormal matched = mixture(parts).matched();
    assertThat(cubes.times(factor).matched().mu()).isCloseTo(3 * matched.mu() + mu, within(1e-9));
    assertThat(cubes.times(factor).matched().sigmaLn())
        .isCloseTo(Math.hypot(3 * matched.sigmaLn(), sigmaLn), within(1e-9));
  }
}
