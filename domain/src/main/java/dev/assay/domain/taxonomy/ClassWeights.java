package dev.assay.domain.taxonomy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Probabilities over spectral classes: each 0 or more, together 1. Immutable. */
public final class ClassWeights {

  private final double[] weights;
  private final SpectralClass[] possible;
  private final double[] weightsOfPossible;
  private final SpectralClass mostLikely;

  private ClassWeights(double[] weights, SpectralClass[] possible, double[] weightsOfPossible) {
    this.weights = weights;
    this.possible = possible;
    this.weightsOfPossible = weightsOfPossible;
    int best = 0;
    for (int i = 1; i < weightsOfPossible.length; i++) {
      best = weightsOfPossible[i] > weightsOfPossible[best] ? i : best;
    }
    // Found once, because most bodies have the weights of their zone.
    this.mostLikely = possible[best];
  }

  /** Takes weights that sum to 1, for its own. */
  private static ClassWeights ofNormalised(double[] weights) {
    int count = 0;
    for (double weight : weights) {
      count += weight > 0 ? 1 : 0;
    }
    SpectralClass[] possible = new SpectralClass[count];
    double[] weightsOfPossible = new double[count];
    int next = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        possible[next] = SpectralClass.all().get(i);
        weightsOfPossible[next] = weights[i];
        next++;
      }
    }
    return new ClassWeights(weights, possible, weightsOfPossible);
  }

  /**
   * Bayes' rule.
   *
   * @param likelihoods how likely what was seen is in each of the {@link #possible()} classes, in
   *     the same order: 0 or more, not all 0
   * @return weights times likelihoods, normalised
   * @throws IllegalArgumentException if all are 0 or one is not a number
   */
  ClassWeights posterior(double[] likelihoods) {
    double[] ofPossible = new double[possible.length];
    double sum = 0;
    for (int i = 0; i < ofPossible.length; i++) {
      ofPossible[i] = weightsOfPossible[i] * likelihoods[i];
      sum += ofPossible[i];
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("likelihoods must be above 0 somewhere, sum " + sum);
    }
    double[] all = new double[weights.length];
    boolean allStillPossible = true;
    for (int i = 0; i < ofPossible.length; i++) {
      ofPossible[i] /= sum;
      all[possible[i].ordinal()] = ofPossible[i];
      allStillPossible &= ofPossible[i] > 0;
    }
    return allStillPossible ? new ClassWeights(all, possible, ofPossible) : ofNormalised(all);
  }

  /**
   * Normalises weights.
   *
   * @param weights one per class in declaration order, each finite and 0 or more, not all 0;
   *     changed and kept, so that no second array need be made for each body
   * @return weights that sum to 1
   * @throws IllegalArgumentException if a weight is negative or not finite, or all are 0
   */
  static ClassWeights normalised(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("weights must be finite and >= 0, one was " + weight);
      }
      sum += weight;
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("all class weights are zero");
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return ofNormalised(weights);
  }

  /**
   * Normalises weights.
   *
   * @param weights each finite and 0 or more, not all 0; classes left out have weight 0
   * @return weights that sum to 1
   * @throws IllegalArgumentException if a weight is negative or not finite, or all are 0
   */
  public static ClassWeights of(Map<SpectralClass, Double> weights) {
    double[] values = new double[SpectralClass.COUNT];
    weights.forEach((spectralClass, weight) -> values[spectralClass.ordinal()] = weight);
    return normalised(values);
  }

  /**
   * Certainty about one class.
   *
   * @param spectralClass which
   * @return weight 1 for this class
   */
  public static ClassWeights certain(SpectralClass spectralClass) {
    double[] values = new double[SpectralClass.COUNT];
    values[spectralClass.ordinal()] = 1;
    return ofNormalised(values);
  }

  /**
   * The probability of a class.
   *
   * @param spectralClass which
   * @return 0..1
   */
  public double of(SpectralClass spectralClass) {
    return weights[spectralClass.ordinal()];
  }

  /**
   * The classes with a probability above 0.
   *
   * @return one or more, in declaration order
   */
  public List<SpectralClass> possible() {
    return List.of(possible);
  }

  /**
   * How many classes have a probability above 0.
   *
   * @return 1 or more
   */
  public int possibleCount() {
    return possible.length;
  }

  /**
   * One of the possible classes.
   *
   * @param i index into {@link #possible()}
   * @return the class
   */
  public SpectralClass possible(int i) {
    return possible[i];
  }

  /**
   * The probability of one of the possible classes.
   *
   * @param i index into {@link #possible()}
   * @return above 0 up to 1
   */
  public double ofPossible(int i) {
    return weightsOfPossible[i];
  }

  /**
   * The class with the highest probability; of several, the first in declaration order.
   *
   * @return the most likely class
   */
  public SpectralClass mostLikely() {
    return mostLikely;
  }

  /**
   * How sure the most likely class is.
   *
   * @return its probability, above 0 up to 1
   */
  public double confidence() {
    return of(mostLikely());
  }

  /**
   * A weighted mean of two distributions.
   *
   * @param other the other one
   * @param share share of this one, 0..1
   * @return share * this + (1 - share) * other
   */
  public ClassWeights mixedWith(ClassWeights other, double share) {
    double[] mixed = new double[weights.length];
    for (int i = 0; i < mixed.length; i++) {
      mixed[i] = share * weights[i] + (1 - share) * other.weights[i];
    }
    return normalised(mixed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassWeights that && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (SpectralClass spectralClass : possible) {
      text.append(text.isEmpty() ? "" : ", ").append(spectralClass.code());
      text.append(' ').append(of(spectralClass));
    }
    return text.toString();
  }
}
