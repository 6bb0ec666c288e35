package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.mass.ClassDensities;
import dev.assay.domain.table.Assumptions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.special.Erf;

/**
 * Against a solver that shares nothing with the one under test: plain bisection on the error
 * function of commons-math3, which sums a series to its last digit.
 */
class MixtureQuantilesTest {

  private static final Classifier CLASSIFIER =
      new Classifier(ClassAlbedos.bundled(), ZonePriors.bundled(), Assumptions.bundled());
  private static final ClassDensities DENSITIES = ClassDensities.bundled();

  @Property(tries = 400)
  void quantile_mixturesOfMeasuredBodies_agreesWithBisectionTo1e12(
      @ForAll @DoubleRange(min = 0.01, max = 1) @Scale(4) double albedo,
      @ForAll @DoubleRange(min = 0.7, max = 5.4) @Scale(4) double a,
      @ForAll @DoubleRange(min = 0, max = 1) @Scale(4) double sigmaLn,
      @ForAll @DoubleRange(min = -2, max = 2) @Scale(2) double z,
      @ForAll double anything,
      @ForAll @DoubleRange(min = -0.01, max = 0.01) @Scale(6) double error) {
    SmallBody body =
        SmallBody.builder("1 Made", OrbitalElements.of(a, 0.1, 5)).albedo(albedo).build();
    ClassWeights weights = CLASSIFIER.classify(body).weights();
    LogNormal volume = new LogNormal(40, sigmaLn);
    ClassMixture mixture = ClassMixture.of(weights, c -> volume.times(DENSITIES.of(c).small()));

    double quantile = mixture.quantile(z);

    assertThat(quantile / bisected(weights, volume, z)).isCloseTo(1, within(1e-12));
    assertThat(mixture.quantiles(z, 1)).containsExactly(quantile, mixture.quantile(1));
    double[] near = mixture.quantilesNear(z, anything, z, Math.log(quantile) + error);
    assertThat(near[0] / quantile).isCloseTo(1, within(1e-12));
    assertThat(near[1] / quantile).isCloseTo(1, within(1e-12));
  }

  private static double bisected(ClassWeights weights, LogNormal volume, double z) {
    double probability = 0.5 * Erf.erfc(-z / Math.sqrt(2));
    double low = 0;
    double high = 100;
    for (int step = 0; step < 60; step++) {
      double middle = (low + high) / 2;
      boolean below = upTo(middle, weights, volume) < probability;
      low = below ? middle : low;
      high = below ? high : middle;
    }
    return Math.exp((low + high) / 2);
  }

  private static double upTo(double lnX, ClassWeights weights, LogNormal volume) {
    double sum = 0;
    for (SpectralClass possible : weights.possible()) {
      LogNormal density = DENSITIES.of(possible).small();
      double sigma = Math.hypot(volume.sigmaLn(), density.sigmaLn());
      double offset = lnX - volume.mu() - density.mu();
      sum += weights.of(possible) * 0.5 * Erf.erfc(-offset / sigma / Math.sqrt(2));
    }
    return sum;
  }
}
