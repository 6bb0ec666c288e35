package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.estimate.StandardNormal;
import java.util.List;
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

  /** A normal distribution has nothing that a double can show beyond this many sigma. */
  private static final double WIDEST_Z = 39;

  /** Precision of a quantile's logarithm. */
  private static final double PRECISION = 1e-10;

  private static final int MOST_STEPS = 200;

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
    List<SpectralClass> possible = weights.possible();
    LogNormal[] components = new LogNormal[possible.size()];
    for (int i = 0; i < components.length; i++) {
      components[i] = quantity.apply(possible.get(i));
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
    List<SpectralClass> possible = weights.possible();
    LogNormal[] mapped = new LogNormal[components.length];
    for (int i = 0; i < components.length; i++) {
      mapped[i] = step.apply(possible.get(i), components[i]);
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
   * @return the quantile, its logarithm to 1e-10; 0 if the quantity is certainly 0 with at least
   *     this probability
   */
  public double quantile(double z) {
    LogNormal first = components[0];
    if (components.length == 1) {
      return Math.exp(first.mu() + z * first.sigmaLn());
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double certainlyZero = 0;
    for (int i = 0; i < components.length; i++) {
      LogNormal component = components[i];
      if (component.mu() == Double.NEGATIVE_INFINITY) {
        certainlyZero += weights.ofPossible(i);
      } else {
        low = Math.min(low, component.mu() - WIDEST_Z * component.sigmaLn());
        high = Math.max(high, component.mu() + WIDEST_Z * component.sigmaLn());
      }
    }
    double probability = StandardNormal.cumulative(z);
    if (certainlyZero >= probability) {
      return 0;
    }
    double start = certainlyZero > 0 ? (low + high) / 2 : normalGuess(z);
    return Math.exp(solve(probability, start, low, high));
  }

  private double normalGuess(double z) {
    LogNormal guess = matched();
    return guess.mu() + z * guess.sigmaLn();
  }

  /**
   * Newton's method, kept inside a shrinking bracket by bisection. A Newton step must be at most
   * half of the one before the last, or a narrow class within a wide one lets the steps swing to
   * and fro.
   */
  private double solve(double probability, double start, double lowest, double highest) {
    double low = lowest;
    double high = highest;
    double x = start;
    double lastStep = high - low;
    double stepBefore = lastStep;
    for (int step = 0; step < MOST_STEPS && high - low > PRECISION; step++) {
      double excess = -probability;
      double slope = 0;
      for (int i = 0; i < components.length; i++) {
        double mu = components[i].mu();
        double sigma = components[i].sigmaLn();
        double weight = weights.ofPossible(i);
        double z = sigma > 0 ? (x - mu) / sigma : x >= mu ? 40 : -40;
        // The exponential is a third of the work, and both functions need it.
        double bell = StandardNormal.bell(z);
        excess += weight * StandardNormal.cumulative(z, bell);
        slope += sigma > 0 ? weight * StandardNormal.densityOf(bell) / sigma : 0;
      }
      if (excess < 0) {
        low = x;
      } else {
        high = x;
      }
      double newton = x - excess / slope;
      double newtonStep = Math.abs(newton - x);
      if (newtonStep <= PRECISION) {
        return newton;
      }
      boolean converges = newton > low && newton < high && newtonStep <= stepBefore / 2;
      stepBefore = lastStep;
      lastStep = converges ? newtonStep : (high - low) / 2;
      x = converges ? newton : (low + high) / 2;
    }
    return x;
  }
}
