package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;
import java.util.function.BiFunction;
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
  private final LogNormal[] components;

  private ClassMixture(ClassWeights weights, LogNormal[] components) {
    this.weights = weights;
    this.components = components;
  }

  /**
   * A quantity that depends on the class.
   *
   * @param weights the classes the body may have
   * @param quantity its distribution if the body has this class
   * @return the mixture
   */
  public static ClassMixture of(ClassWeights weights, Function<SpectralClass, LogNormal> quantity) {
    LogNormal[] components = new LogNormal[weights.possibleCount()];
    for (int i = 0; i < components.length; i++) {
      components[i] = quantity.apply(weights.possible(i));
    }
    return new ClassMixture(weights, components);
  }

  /**
   * A quantity that is the same whatever the class.
   *
   * @param weights the classes the body may have
   * @param quantity its distribution
   * @return the mixture
   */
  public static ClassMixture same(ClassWeights weights, LogNormal quantity) {
    return of(weights, spectralClass -> quantity);
  }

  /**
   * Another quantity that follows from this one, class by class.
   *
   * @param step computes it for one class
   * @return the mixture of the results
   */
  public ClassMixture map(BiFunction<SpectralClass, LogNormal, LogNormal> step) {
    LogNormal[] mapped = new LogNormal[components.length];
    for (int i = 0; i < components.length; i++) {
      mapped[i] = step.apply(weights.possible(i), components[i]);
    }
    return new ClassMixture(weights, mapped);
  }

  /**
   * The single log-normal distribution with the same mean and variance of ln x.
   *
   * @return its mu is the weighted mean of the mus, its variance the weighted mean of the variances
   *     plus the variance between the classes
   */
  public LogNormal matched() {
    return matched(weights, components);
  }

  static LogNormal matched(ClassWeights weights, LogNormal[] components) {
    double mean = 0;
    for (int i = 0; i < components.length; i++) {
      mean += weights.ofPossible(i) * components[i].mu();
    }
    double variance = 0;
    for (int i = 0; i < components.length; i++) {
      double offset = components[i].mu() - mean;
      double sigma = components[i].sigmaLn();
      variance += weights.ofPossible(i) * (sigma * sigma + offset * offset);
    }
    return new LogNormal(mean, Math.sqrt(variance));
  }

  /**
   * The expectation over the classes of the median within each.
   *
   * @return between the smallest and the largest of the medians
   */
  public double expectation() {
    double sum = 0;
    for (int i = 0; i < components.length; i++) {
      sum += weights.ofPossible(i) * components[i].median();
    }
    return sum;
  }

  /**
   * The value that the quantity stays below with the probability that a normal distribution has up
   * to z: z = -1 and 1 bound the central 68 %.
   *
   * @param z standard deviations from the median of a normal distribution, -5..5
   * @return the quantile, to about 1e-12 of it; 0 if the quantity is certainly 0 with at least this
   *     probability
   */
  public double quantile(double z) {
    return new MixtureQuantiles(weights, components).at(z);
  }

  /**
   * Two quantiles at less cost than each alone.
   *
   * @param lowZ standard deviations as for {@link #quantile}
   * @param highZ likewise
   * @return the two quantiles, in this order
   */
  public double[] quantiles(double lowZ, double highZ) {
    MixtureQuantiles quantiles = new MixtureQuantiles(weights, components);
    return new double[] {quantiles.at(lowZ), quantiles.at(highZ)};
  }
}
