package dev.assay.domain.taxonomy;

import dev.assay.domain.estimate.LogNormal;

/**
 * Finds quantiles of a {@link ClassMixture}; what several have in common is worked out once. For
 * one use, not thread-safe.
 *
 * <p>Solves F(x) = &Sigma; w &Phi;((x - &mu;)/&sigma;) = p for x, the logarithm of the quantity, by
 * Householder's method of order four: with r = (F-p)/F', a = F''/2F' and b = F'''/6F' the next x is
 * x - r(1 - ar)/(1 - 2ar + br&sup2;). The derivatives are a few products more: 3.1 evaluations of F
 * find a quantile of measured asteroids, 1.05 if the search begins near it.
 */
final class MixtureQuantiles {

  /** Precision of a quantile's logarithm: a logarithm of 500 has no finer one. */
  private static final double PRECISION = 2e-13;

  /**
   * Where Newton's step would be this many of the smallest sigma, the better one is the last, and
   * no evaluation is needed to see that: what it leaves is the step times the 1e-9 by which the
   * density is wrong.
   */
  private static final double LAST_STEP = 1e-4;

  private static final double FAR = 0.5;
  private static final int MOST_STEPS = 200;

  private final ClassWeights weights;
  private final double[] mu;

  /** 1/&sigma;, which every evaluation needs. */
  private final double[] perSigma;

  private final ClassMixture mixture;
  private final double certainlyZero;
  private final double lowest;
  private final double highest;
  private final double smallestSigma;

  /** F and its derivatives where they were evaluated last. */
  private double cumulative;

  private double density;
  private double second;
  private double third;

  MixtureQuantiles(ClassMixture mixture) {
    weights = mixture.weights();
    mu = mixture.mu();
    perSigma = new double[mu.length];
    double zero = 0;
    double lowestMu = Double.POSITIVE_INFINITY;
    double highestMu = Double.NEGATIVE_INFINITY;
    double narrowest = Double.POSITIVE_INFINITY;
    double widest = 0;
    for (int i = 0; i < mu.length; i++) {
      double sigma = Math.sqrt(mixture.variance()[i]);
      perSigma[i] = 1 / sigma;
      if (mu[i] == Double.NEGATIVE_INFINITY) {
        zero += weights.ofPossible(i);
        continue;
      }
      // Comparisons and not Math.min and max, which the first compiler calls: 3 % of the
      // valuation of a measured body.
      lowestMu = mu[i] < lowestMu ? mu[i] : lowestMu;
      highestMu = mu[i] > highestMu ? mu[i] : highestMu;
      narrowest = sigma < narrowest ? sigma : narrowest;
      widest = sigma > widest ? sigma : widest;
    }
    certainlyZero = zero;
    lowest = lowestMu - NormalTable.WIDEST_Z * widest;
    highest = highestMu + NormalTable.WIDEST_Z * widest;
    smallestSigma = narrowest;
    this.mixture = mixture;
  }

  /** See {@link ClassMixture#quantile}. */
  double at(double z) {
    return near(Double.NaN, z);
  }

  /** The same, searched for from a guess of its logarithm. */
  double near(double guess, double z) {
    if (mu.length == 1) {
      return Math.exp(mu[0] + z / perSigma[0]);
    }
    double probability = NormalTable.cumulative(z);
    if (certainlyZero >= probability) {
      return 0;
    }
    double start = guess > lowest && guess < highest ? guess : start(z);
    return Math.exp(solve(probability, start));
  }

  private double start(double z) {
    if (certainlyZero > 0) {
      return (lowest + highest) / 2;
    }
    LogNormal matched = mixture.matched();
    return matched.mu() + z * matched.sigmaLn();
  }

  /**
   * Householder's method, kept inside a shrinking bracket by bisection. A step must be at most half
   * of the one before the last, or a narrow class within a wide one lets the steps swing to and
   * fro.
   */
  private double solve(double probability, double start) {
    double low = lowest;
    double high = highest;
    double x = start;
    double enough = Math.max(PRECISION, LAST_STEP * smallestSigma);
    double lastStep = high - low;
    double stepBefore = lastStep;
    for (int k = 0; k < MOST_STEPS && high - low > PRECISION; k++) {
      evaluate(x);
      if (cumulative < probability) {
        low = x;
      } else {
        high = x;
      }
      double newton = (cumulative - probability) / density;
      double next = x - step(newton);
      double width = Math.abs(next - x);
      boolean converges = next > low && next < high && width <= stepBefore / 2;
      if (Math.abs(newton) <= (converges ? enough : PRECISION)) {
        return next;
      }
      stepBefore = lastStep;
      lastStep = converges ? width : (high - low) / 2;
      x = converges ? next : (low + high) / 2;
    }
    return x;
  }

  /** From Newton's step the better one; far off, where its series says nothing, Newton's itself. */
  private double step(double newton) {
    double ar = second / (2 * density) * newton;
    double br2 = third / (6 * density) * newton * newton;
    boolean far = !(Math.abs(ar) < FAR && Math.abs(br2) < FAR);
    return far ? newton : newton * (1 - ar) / (1 - 2 * ar + br2);
  }

  private void evaluate(double x) {
    double f0 = 0;
    double f1 = 0;
    double f2 = 0;
    double f3 = 0;
    for (int i = 0; i < mu.length; i++) {
      double weight = weights.ofPossible(i);
      double scale = perSigma[i];
      double z = (x - mu[i]) * scale;
      // As well where the class is certainly 0 or has no width: z is infinite or not a number.
      if (!NormalTable.covers(z)) {
        f0 += x >= mu[i] ? weight : 0;
        continue;
      }
      int node = NormalTable.nearest(z);
      double distance = z - NormalTable.z(node);
      f0 += weight * NormalTable.cumulative(node, distance);
      double term = weight * scale * NormalTable.density(node, distance);
      f1 += term;
      f2 -= term * scale * z;
      f3 += term * scale * scale * (z * z - 1);
    }
    cumulative = f0;
    density = f1;
    second = f2;
    third = f3;
  }
}
