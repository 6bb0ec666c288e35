package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A quantity of a body whose class is known only as probabilities: one log-normal distribution for
 * each class it may have, weighted. Immutable.
 *
 * <p>Diameter, mass and value are carried through the valuation in this form, so that what depends
 * on the class stays together: for a given magnitude a dark body is larger, more porous and made of
 * other things than a bright one.
 */
public final class ClassMixture {

  private final ClassWeights weights;

  /** Means of ln x by possible class; not an object for each, which a product would make anew. */
  private final double[] mu;

  /** Variances of ln x by possible class. */
  private final double[] variance;

  private ClassMixture(ClassWeights weights, double[] mu, double[] variance) {
    this.weights = weights;
    this.mu = mu;
    this.variance = variance;
  }

  /**
   * A quantity that depends on the class.
   *
   * @param weights the classes the body may have
   * @param quantity its distribution if the body has this class
   * @return the mixture
   */
  public static ClassMixture of(ClassWeights weights, Function<SpectralClass, LogNormal> quantity) {
    double[] mu = new double[weights.possibleCount()];
    double[] variance = new double[mu.length];
    for (int i = 0; i < mu.length; i++) {
      LogNormal ofClass = quantity.apply(weights.possible(i));
      mu[i] = ofClass.mu();
      variance[i] = ofClass.sigmaLn() * ofClass.sigmaLn();
    }
    return new ClassMixture(weights, mu, variance);
  }

  /**
   * A quantity that is the same whatever the class.
   *
   * @param weights the classes the body may have
   * @param quantity its distribution
   * @return the mixture
   */
  public static ClassMixture same(ClassWeights weights, LogNormal quantity) {
    double[] mu = new double[weights.possibleCount()];
    double[] variance = new double[mu.length];
    Arrays.fill(mu, quantity.mu());
    Arrays.fill(variance, quantity.sigmaLn() * quantity.sigmaLn());
    return new ClassMixture(weights, mu, variance);
  }

  /**
   * The product with another quantity that is independent of this one.
   *
   * @param factor its distribution, the same for all classes
   * @return mus added, variances added
   */
  public ClassMixture times(LogNormal factor) {
    double[] mus = new double[mu.length];
    double[] variances = new double[mu.length];
    double added = factor.sigmaLn() * factor.sigmaLn();
    for (int i = 0; i < mu.length; i++) {
      mus[i] = mu[i] + factor.mu();
      variances[i] = variance[i] + added;
    }
    return new ClassMixture(weights, mus, variances);
  }

  /**
   * The product with another quantity that depends on the class and is else independent of this
   * one.
   *
   * @param factor its distribution in each class
   * @return mus added, variances added, class by class
   */
  public ClassMixture times(ClassTable<LogNormal> factor) {
    double[] mus = new double[mu.length];
    double[] variances = new double[mu.length];
    for (int i = 0; i < mu.length; i++) {
      LogNormal ofClass = factor.get(weights.possible(i));
      mus[i] = mu[i] + ofClass.mu();
      variances[i] = variance[i] + ofClass.sigmaLn() * ofClass.sigmaLn();
    }
    return new ClassMixture(weights, mus, variances);
  }

  /**
   * A power of this quantity.
   *
   * @param exponent finite
   * @return mus times the exponent, variances times its square
   */
  public ClassMixture power(double exponent) {
    double[] mus = new double[mu.length];
    double[] variances = new double[mu.length];
    for (int i = 0; i < mu.length; i++) {
      mus[i] = mu[i] * exponent;
      variances[i] = variance[i] * exponent * exponent;
    }
    return new ClassMixture(weights, mus, variances);
  }

  /**
   * The single log-normal distribution with the same mean and variance of ln x.
   *
   * @return its mu is the weighted mean of the mus, its variance the weighted mean of the variances
   *     plus the variance between the classes
   */
  public LogNormal matched() {
    double mean = 0;
    for (int i = 0; i < mu.length; i++) {
      mean += weights.ofPossible(i) * mu[i];
    }
    double sum = 0;
    for (int i = 0; i < mu.length; i++) {
      double offset = mu[i] - mean;
      sum += weights.ofPossible(i) * (variance[i] + offset * offset);
    }
    return new LogNormal(mean, Math.sqrt(sum));
  }

  /**
   * The expectation over the classes of the median within each.
   *
   * @return between the smallest and the largest of the medians
   */
  public double expectation() {
    double sum = 0;
    for (int i = 0; i < mu.length; i++) {
      sum += weights.ofPossible(i) * Math.exp(mu[i]);
    }
    return sum;
  }

  /**
   * The value that the quantity stays below with the probability that a normal distribution has up
   * to z: z = -1 and 1 bound the central 68 %.
   *
   * @param z standard deviations from the median of a normal distribution, -5..5
   * @return the quantile, to about 1e-12 of it (1e-9 where z is -5 or 5); 0 if the quantity is
   *     certainly 0 with at least this probability
   */
  public double quantile(double z) {
    return new MixtureQuantiles(this).at(z);
  }

  /**
   * Two quantiles at less cost than each alone.
   *
   * @param lowZ standard deviations as for {@link #quantile}
   * @param highZ likewise
   * @return the two quantiles, in this order
   */
  public double[] quantiles(double lowZ, double highZ) {
    MixtureQuantiles quantiles = new MixtureQuantiles(this);
    return new double[] {quantiles.at(lowZ), quantiles.at(highZ)};
  }

  /**
   * Two quantiles, with guesses from which the search for them begins.
   *
   * @param lowZ standard deviations as for {@link #quantile}
   * @param lnLow about the logarithm of the quantile; whatever it is, only the time that the search
   *     takes depends on it
   * @param highZ as lowZ
   * @param lnHigh as lnLow
   * @return the two quantiles, in this order
   */
  public double[] quantilesNear(double lowZ, double lnLow, double highZ, double lnHigh) {
    MixtureQuantiles quantiles = new MixtureQuantiles(this);
    return new double[] {quantiles.near(lnLow, lowZ), quantiles.near(lnHigh, highZ)};
  }

  ClassWeights weights() {
    return weights;
  }

  double[] mu() {
    return mu;
  }

  double[] variance() {
    return variance;
  }
}
