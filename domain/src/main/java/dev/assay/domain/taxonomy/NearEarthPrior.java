package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.table.Assumptions;

/**
 * Classes and albedos of near-Earth asteroids of which only the orbit is known.
 *
 * <p>The albedos follow Wright et al. (2016, AJ 152, 79), who found in a diameter-limited sample a
 * dark and a bright group, each Rayleigh distributed: n(p) = f p exp(-p&sup2;/2d&sup2;)/d&sup2; +
 * (1-f) p exp(-p&sup2;/2b&sup2;)/b&sup2;. At each albedo the classes share as Bayes' rule has it;
 * integrated over all albedos this gives the weight of each class and the mean and width of its ln
 * p. So the classes together have exactly the observed albedos.
 *
 * @param weights share of each class
 * @param albedos albedo of each class within this population
 */
record NearEarthPrior(ClassWeights weights, ClassTable<LogNormal> albedos) {

  private static final int STEPS = 2000;
  private static final double LOWEST_LN = Math.log(0.002);

  static NearEarthPrior of(ClassWeights zone, ClassAlbedos classAlbedos, Assumptions assumed) {
    double[] weight = new double[SpectralClass.COUNT];
    double[] sum = new double[SpectralClass.COUNT];
    double[] sumOfSquares = new double[SpectralClass.COUNT];
    for (int step = 0; step < STEPS; step++) {
      double lnAlbedo = LOWEST_LN * (1 - (step + 0.5) / STEPS);
      double albedo = Math.exp(lnAlbedo);
      double share = albedo * density(albedo, assumed);
      ClassWeights classes = Classifier.posterior(zone, classAlbedos, albedo);
      for (SpectralClass possible : classes.possible()) {
        int i = possible.ordinal();
        double w = share * classes.of(possible);
        weight[i] += w;
        sum[i] += w * lnAlbedo;
        sumOfSquares[i] += w * lnAlbedo * lnAlbedo;
      }
    }
    ClassTable<LogNormal> albedos =
        ClassTable.of(
            c -> {
              int i = c.ordinal();
              return weight[i] > 0
                  ? moments(weight[i], sum[i], sumOfSquares[i])
                  : classAlbedos.of(c);
            });
    return new NearEarthPrior(ClassWeights.normalised(weight), albedos);
  }

  private static LogNormal moments(double weight, double sum, double sumOfSquares) {
    double mean = sum / weight;
    return new LogNormal(mean, Math.sqrt(Math.max(0, sumOfSquares / weight - mean * mean)));
  }

  private static double density(double albedo, Assumptions assumed) {
    double dark = assumed.nearEarthDarkShare();
    return dark * rayleigh(albedo, assumed.nearEarthDarkScale())
        + (1 - dark) * rayleigh(albedo, assumed.nearEarthBrightScale());
  }

  private static double rayleigh(double albedo, double scale) {
    double ratio = albedo / scale;
    return ratio / scale * Math.exp(-0.5 * ratio * ratio);
  }
}
