package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.table.Assumptions;
import java.util.EnumMap;
import java.util.Map;
import org.apache.commons.math3.distribution.EnumeratedIntegerDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Class probabilities against draws of bodies, class first and albedo after, or the reverse. */
class ClassMonteCarloTest {

  private static final int DRAWS = 400_000;
  private static final ClassAlbedos ALBEDOS = ClassAlbedos.bundled();
  private static final ZonePriors PRIORS = ZonePriors.bundled();

  /** Draws of a class and a sum over them. */
  private static final class Tally {
    private int count;
    private double sumLn;
  }

  private static double draw(LogNormal quantity, RandomGenerator random) {
    return quantity.mu() + quantity.sigmaLn() * random.nextGaussian();
  }

  private static EnumeratedIntegerDistribution classes(
      ClassWeights weights, RandomGenerator random) {
    int[] ordinals = SpectralClass.all().stream().mapToInt(SpectralClass::ordinal).toArray();
    double[] shares = SpectralClass.all().stream().mapToDouble(weights::of).toArray();
    return new EnumeratedIntegerDistribution(random, ordinals, shares);
  }

  /**
   * Bayes' rule without Bayes: bodies are drawn as the zone has them, each with an albedo of its
   * class; those within 5 % of the albedo asked for are a sample of the posterior. Tolerance: four
   * standard errors of a share among those kept, and 0.01 for the width of the 5 %.
   */
  @ParameterizedTest
  @CsvSource({"INNER_BELT, 0.1", "INNER_BELT, 0.24", "OUTER_BELT, 0.06", "HUNGARIA, 0.4"})
  void posterior_albedoMeasured_isTheShareAmongDrawnBodiesOfThatAlbedo(
      OrbitZone zone, double albedo) {
    RandomGenerator random = new Well19937c(19780245);
    EnumeratedIntegerDistribution drawn = classes(PRIORS.of(zone), random);
    Map<SpectralClass, Integer> kept = new EnumMap<>(SpectralClass.class);
    int all = 0;
    for (int i = 0; i < DRAWS; i++) {
      SpectralClass c = SpectralClass.all().get(drawn.sample());
      if (Math.abs(draw(ALBEDOS.of(c), random) - Math.log(albedo)) < 0.05) {
        kept.merge(c, 1, Integer::sum);
        all++;
      }
    }

    ClassWeights posterior = Classifier.posterior(PRIORS.of(zone), ALBEDOS, albedo);

    assertThat(all).isGreaterThan(5000);
    for (SpectralClass c : posterior.possible()) {
      double p = posterior.of(c);
      double share = kept.getOrDefault(c, 0) / (double) all;
      assertThat(share).as(c.code()).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / all) + 0.01));
    }
  }

  /**
   * Albedos drawn from the two Rayleigh distributions by inversion, classes by Bayes' rule at each:
   * shares to four standard errors and 6e-4 (what the prior cuts off below 0.002), and the mean ln
   * p of each class of at least 1 % to 0.05 (four standard errors of the rarest).
   */
  @Test
  void nearEarthPrior_drawnAlbedos_haveItsSharesAndMeans() {
    Assumptions assumed = Assumptions.bundled();
    ClassWeights zone = PRIORS.of(OrbitZone.NEAR_EARTH);
    RandomGenerator random = new Well19937c(20160079);
    Map<SpectralClass, Tally> tallies = new EnumMap<>(SpectralClass.class);
    int all = 0;
    while (all < 200_000) {
      double scale =
          random.nextDouble() < assumed.nearEarthDarkShare()
              ? assumed.nearEarthDarkScale()
              : assumed.nearEarthBrightScale();
      double albedo = scale * Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      if (albedo < 0.002 || albedo > 1) {
        continue;
      }
      all++;
      SpectralClass c = pick(Classifier.posterior(zone, ALBEDOS, albedo), random.nextDouble());
      Tally tally = tallies.computeIfAbsent(c, k -> new Tally());
      tally.count++;
      tally.sumLn += Math.log(albedo);
    }

    NearEarthPrior prior = NearEarthPrior.of(zone, ALBEDOS, assumed);

    for (SpectralClass c : prior.weights().possible()) {
      double p = prior.weights().of(c);
      Tally tally = tallies.getOrDefault(c, new Tally());
      assertThat(tally.count / (double) all)
          .as(c.code())
          .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / all) + 6e-4));
      if (p > 0.01) {
        assertThat(tally.sumLn / tally.count)
            .as(c.code())
            .isCloseTo(prior.albedos().get(c).mu(), within(0.05));
      }
    }
  }

  private static SpectralClass pick(ClassWeights weights, double uniform) {
    double left = uniform;
    for (SpectralClass c : weights.possible()) {
      left -= weights.of(c);
      if (left < 0) {
        return c;
      }
    }
    return weights.mostLikely();
  }
}
