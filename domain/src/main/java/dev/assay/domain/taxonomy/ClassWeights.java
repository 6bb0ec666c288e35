package dev.assay.domain.taxonomy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Probabilities over spectral classes: each 0 or more, together 1. Immutable. */
public final class ClassWeights {

  private final double[] weights;
  private final List<SpectralClass> possible;

  private final double[] weightsOfPossible;

  private ClassWeights(double[] normalised) {
    this.weights = normalised;
    List<SpectralClass> positive = new ArrayList<>();
    for (SpectralClass spectralClass : SpectralClass.all()) {
      if (normalised[spectralClass.ordinal()] > 0) {
        positive.add(spectralClass);
      }
    }
    this.possible = List.copyOf(positive);
    this.weightsOfPossible = new double[possible.size()];
    for (int i = 0; i < weightsOfPossible.length; i++) {
      weightsOfPossible[i] = normalised[possible.get(i).ordinal()];
    }
  }

  /**
   * Normalises weights.
   *
   * @param weights one per class in declaration order, each finite and 0 or more, not all 0
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
    double[] normalised = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      normalised[i] = weights[i] / sum;
    }
    return new ClassWeights(normalised);
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
    return new ClassWeights(values);
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
    return possible;
  }

  /**
   * The probability of one of the possible classes.
   *
   * @param i index into {@link #possible}
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
    int best = 0;
    for (int i = 1; i < weights.length; i++) {
      if (weights[i] > weights[best]) {
        best = i;
      }
    }
    return SpectralClass.all().get(best);
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
