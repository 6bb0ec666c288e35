package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.commons.math3.special.Erf;

/**
 * A quantity of a body whose class is known only as probabilities: one log-normal distribution for
 * each class it may have, weighted.
 *
 * <p>Diameter, mass and value are carried through the valuation in this form, so that what depends
 * on the class stays together: for a given magnitude a dark body is larger, more porous and made of
 * other things than a bright one.
 */
public final class ClassMixture {

  private static final double SQRT_TWO = Math.sqrt(2);
  private static final double WIDEST_Z = 12;
  private static final double PRECISION = 1e-9;

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
    LogNormal[] components = new LogNormal[weights.possible().size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = quantity.apply(weights.possible().get(i));
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
      mapped[i] = step.apply(weights.possible().get(i), components[i]);
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
    double mean = 0;
    for (int i = 0; i < components.length; i++) {
      mean += weight(i) * components[i].mu();
    }
    double variance = 0;
    for (int i = 0; i < components.length; i++) {
      double offset = components[i].mu() - mean;
      double sigma = components[i].sigmaLn();
      variance += weight(i) * (sigma * sigma + offset * offset);
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
      sum += weight(i) * components[i].median();
    }
    return sum;
  }

  /**
   * A quantile of the mixture, found by bisection.
   *
   * @param probability above 0 and below 1
   * @return x such that the quantity is at most x with this probability, to a relative 1e-9; 0 if
   *     the quantity is certainly 0 with at least this probability
   */
  public double quantile(double probability) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (LogNormal component : components) {
      if (component.mu() > Double.NEGATIVE_INFINITY) {
        low = Math.min(low, component.mu() - WIDEST_Z * component.sigmaLn());
        high = Math.max(high, component.mu() + WIDEST_Z * component.sigmaLn());
      }
    }
    if (low > high || probabilityUpTo(low) >= probability) {
      return components.length == 1 ? components[0].median() : low > high ? 0 : Math.exp(low);
    }
    while (high - low > PRECISION) {
      double middle = (low + high) / 2;
      if (probabilityUpTo(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private double probabilityUpTo(double lnX) {
    double sum = 0;
    for (int i = 0; i < components.length; i++) {
      double offset = lnX - components[i].mu();
      double sigma = components[i].sigmaLn();
      double below = sigma > 0 ? normal(offset / sigma) : offset >= 0 ? 1 : 0;
      sum += weight(i) * below;
    }
    return sum;
  }

  private static double normal(double z) {
    return 0.5 * Erf.erfc(-z / SQRT_TWO);
  }

  private double weight(int i) {
    return weights.of(weights.possible().get(i));
  }
}
