package dev.assay.benchmark;

import java.util.SplittableRandom;

/**
 * The parts a made catalogue is put together from, after published counts and distributions of the
 * known small bodies: share of each region (JPL's counts by orbit class), range of semi-major axes,
 * spread of eccentricities and inclinations (Rayleigh, as in Malhotra and Wang 2017, MNRAS 465,
 * 4381), and the magnitude near which surveys stop.
 */
enum Population {
  NEAR_EARTH(0.026, 0.7, 3.2, 0.38, 9, 28, 0.12),
  HUNGARIA(0.022, 1.78, 2.0, 0.05, 15, 20, 0.35),
  INNER_BELT(0.29, 2.1, 2.5, 0.11, 4.5, 19.5, 0.18),
  MIDDLE_BELT(0.32, 2.5, 2.82, 0.11, 7, 19, 0.10),
  OUTER_BELT(0.305, 2.82, 3.27, 0.10, 8, 18, 0.07),
  CYBELE(0.01, 3.27, 3.7, 0.08, 8, 17, 0.06),
  HILDA(0.008, 3.85, 4.05, 0.13, 6, 17, 0.055),
  TROJAN(0.012, 5.05, 5.35, 0.05, 9, 15.5, 0.06),
  DISTANT(0.006, 25, 60, 0.12, 8, 9, 0.08);

  private static final double BRIGHTEST = 3;

  /** Counts grow as 10^(slope H): the observed slope of the belt. */
  private static final double SLOPE = 0.5;

  private static final double LN_TEN = Math.log(10);

  final double share;
  final double albedo;
  private final double lowestA;
  private final double highestA;
  private final double e;
  private final double i;
  private final double faintest;

  Population(
      double share,
      double lowestA,
      double highestA,
      double e,
      double i,
      double faintest,
      double albedo) {
    this.share = share;
    this.lowestA = lowestA;
    this.highestA = highestA;
    this.e = e;
    this.i = i;
    this.faintest = faintest;
    this.albedo = albedo;
  }

  /** Draws a region with the probability of its share. */
  static Population draw(SplittableRandom random) {
    double left = random.nextDouble();
    for (Population population : values()) {
      left -= population.share;
      if (left < 0) {
        return population;
      }
    }
    return MIDDLE_BELT;
  }

  double semiMajorAxis(SplittableRandom random) {
    return lowestA + (highestA - lowestA) * random.nextDouble();
  }

  double eccentricity(SplittableRandom random) {
    return Math.min(0.97, rayleigh(random, e));
  }

  double inclination(SplittableRandom random) {
    return Math.min(175, rayleigh(random, i));
  }

  /** An exponential size distribution that ends where surveys do. */
  double magnitude(SplittableRandom random) {
    double fading = Math.log(1 - random.nextDouble()) / (SLOPE * LN_TEN);
    return Math.max(BRIGHTEST, faintest + fading);
  }

  private static double rayleigh(SplittableRandom random, double scale) {
    return scale * Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
  }
}
