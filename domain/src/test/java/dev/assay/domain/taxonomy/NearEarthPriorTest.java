package dev.assay.domain.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.table.Assumptions;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Wright et al. (2016): f = 0.253 of Rayleigh scale d = 0.030, the rest of scale b = 0.168. */
class NearEarthPriorTest {

  private static final double F = 0.253;
  private static final double D = 0.030;
  private static final double B = 0.168;
  private static final double EULER_GAMMA = 0.5772156649015329;

  private final NearEarthPrior prior =
      NearEarthPrior.of(
          ZonePriors.bundled().of(OrbitZone.NEAR_EARTH),
          ClassAlbedos.bundled(),
          Assumptions.bundled());

  private final ClassMixture albedos = ClassMixture.of(prior.weights(), prior.albedos()::get);

  /**
   * For a Rayleigh distribution of scale s, E[ln p] = ln s + (ln 2 - gamma)/2 and var[ln p] =
   * pi^2/24. The prior cuts the albedo off below 0.002: 6e-4 of the bodies, whose ln p lies 4 below
   * the mean and lower, which makes 0.002 in the mean and 0.012 in the variance.
   */
  @Test
  void matched_logarithmOfAlbedo_hasTheMeanAndVarianceOfTheTwoRayleighDistributions() {
    double shift = (Math.log(2) - EULER_GAMMA) / 2;
    double darkMean = Math.log(D) + shift;
    double brightMean = Math.log(B) + shift;
    double mean = F * darkMean + (1 - F) * brightMean;
    double between = F * (1 - F) * Math.pow(darkMean - brightMean, 2);
    double variance = Math.PI * Math.PI / 24 + between;

    LogNormal matched = albedos.matched();

    assertThat(matched.mu()).isCloseTo(mean, within(0.003));
    assertThat(matched.sigmaLn() * matched.sigmaLn()).isCloseTo(variance, within(0.015));
  }

  /** Log-normal pieces stand for the true shape: its median and mean agree to a few percent. */
  @Test
  void quantile_marginalAlbedo_isCloseToWrightsMedianAndMean() {
    double mean = 0;
    for (SpectralClass spectralClass : prior.weights().possible()) {
      LogNormal albedo = prior.albedos().get(spectralClass);
      mean +=
          prior.weights().of(spectralClass)
              * Math.exp(albedo.mu() + albedo.sigmaLn() * albedo.sigmaLn() / 2);
    }

    assertThat(albedos.quantile(0)).isCloseTo(0.151, within(0.151 * 0.05));
    assertThat(mean).isCloseTo(0.167, within(0.167 * 0.03));
  }

  @Test
  void weights_darkClasses_areTheDarkShareOfTheSample() {
    Set<SpectralClass> dark =
        Set.of(
            SpectralClass.B, SpectralClass.C, SpectralClass.CH, SpectralClass.D, SpectralClass.P);

    double share = dark.stream().mapToDouble(prior.weights()::of).sum();

    // The bright Rayleigh component reaches below 0.09, too: 14 % of it.
    assertThat(share).isBetween(F, F + 0.14);
  }

  @Test
  void albedos_classAbsentFromTheZone_keepsItsTemplate() {
    assertThat(prior.weights().of(SpectralClass.Z)).isZero();
    assertThat(prior.albedos().get(SpectralClass.Z))
        .isEqualTo(ClassAlbedos.bundled().of(SpectralClass.Z));
  }
}
