package dev.assay.domain.mass;

import java.util.List;

/**
 * Several mass determinations of one body, combined.
 *
 * <p>The mean is weighted by inverse variance, w = 1/s&sup2;, &mu; = &Sigma;wm/&Sigma;w. Published
 * errors are often too small, so the internal error is widened in two ways and the larger taken:
 * the Birge ratio (Birge 1932, Phys. Rev. 40, 207), s<sub>int</sub> &radic;max(1,
 * &chi;&sup2;/(n-1)), and the weighted scatter &radic;(&Sigma;w(m-&mu;)&sup2;/&Sigma;w), which is
 * close to what Carry (2012, Planet. Space Sci. 73, 98, Table 1) quotes. With fewer than three
 * measurements the scatter says little: then the error is at least 10 % of the mean.
 *
 * @param kilograms weighted mean &mu; (kg)
 * @param sigmaKilograms the error to use (kg)
 * @param count number of measurements n, 1 or more
 * @param internalSigma s<sub>int</sub> = 1/&radic;&Sigma;w (kg)
 * @param externalSigma Birge-widened error s<sub>ext</sub> (kg)
 * @param scatter weighted scatter s<sub>w</sub> (kg); 0 for a single measurement
 * @param reducedChiSquared &Sigma;w(m-&mu;)&sup2;/(n-1); 0 for a single measurement
 */
public record CombinedMass(
    double kilograms,
    double sigmaKilograms,
    int count,
    double internalSigma,
    double externalSigma,
    double scatter,
    double reducedChiSquared) {

  private static final int ENOUGH_FOR_SCATTER = 3;
  private static final double SMALLEST_RELATIVE_ERROR_OF_FEW = 0.10;

  public CombinedMass {
    if (!(kilograms > 0 && sigmaKilograms > 0 && count >= 1)) {
      throw new IllegalArgumentException(
          "not a combined mass: " + kilograms + " +- " + sigmaKilograms + " kg, n=" + count);
    }
  }

  /**
   * Combines measurements of one body. The order does not matter beyond rounding.
   *
   * @param measurements one or more
   * @return the combination
   * @throws IllegalArgumentException if there is none
   */
  public static CombinedMass of(List<MassMeasurement> measurements) {
    if (measurements.isEmpty()) {
      throw new IllegalArgumentException("no measurement to combine");
    }
    double sumOfWeights = 0;
    double weightedSum = 0;
    for (MassMeasurement m : measurements) {
      double weight = 1 / (m.sigmaKilograms() * m.sigmaKilograms());
      sumOfWeights += weight;
      weightedSum += weight * m.kilograms();
    }
    double mean = weightedSum / sumOfWeights;
    return withErrors(measurements, mean, sumOfWeights);
  }

  private static CombinedMass withErrors(
      List<MassMeasurement> measurements, double mean, double sumOfWeights) {
    double chiSquared = 0;
    for (MassMeasurement m : measurements) {
      double deviation = (m.kilograms() - mean) / m.sigmaKilograms();
      chiSquared += deviation * deviation;
    }
    int count = measurements.size();
    double reduced = count > 1 ? chiSquared / (count - 1) : 0;
    double internal = 1 / Math.sqrt(sumOfWeights);
    double external = internal * Math.sqrt(Math.max(1, reduced));
    double scatter = Math.sqrt(chiSquared / sumOfWeights);
    double floor = count < ENOUGH_FOR_SCATTER ? SMALLEST_RELATIVE_ERROR_OF_FEW * mean : 0;
    double sigma = Math.max(floor, Math.max(external, scatter));
    return new CombinedMass(mean, sigma, count, internal, external, scatter, reduced);
  }
}
