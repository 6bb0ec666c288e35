package dev.assay.domain.value;

import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.estimate.Quantity;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.size.Photometry;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How an appraisal depends on the error of H, all else alike. The errors of diameter and mass are
 * sums of squares; the ends of the interval of the value, quantiles of a mixture, are interpolated
 * between appraisals in full (six-point Lagrange in their logarithms, on both sides of zero, for
 * nothing depends on the sign of an error). Published errors have so many values that solving for
 * each would take ten times as long as all the rest of a valuation. Thread-safe as {@link
 * MagnitudeOnlyBodies} is.
 */
final class ErrorOfMagnitude {

  /** Errors of H beyond this are rare (mag). */
  private static final double LARGEST = 2;

  private static final double STEP = 1.0 / 64;
  private static final int POINTS = 6;

  /** Product over the other points of their distances, for each point. */
  private static final double[] DISTANCES = {-120, 24, -12, 12, -24, 120};

  private final DoubleFunction<Appraisal> inFull;
  private final @Nullable Node[] nodes = new Node[(int) (LARGEST / STEP) + POINTS];

  /** An appraisal in full, with the logarithms of the ends of its value's interval. */
  private record Node(Appraisal appraisal, double lnLow, double lnHigh) {

    static Node of(Appraisal appraisal) {
      GrossValue value = appraisal.grossValue();
      return value == null
          ? new Node(appraisal, Double.NaN, Double.NaN)
          : new Node(appraisal, Math.log(value.lowUsd()), Math.log(value.highUsd()));
    }
  }

  /**
   * Prepares one kind of body.
   *
   * @param inFull appraises a body of this kind with the error of H given, above 0
   */
  ErrorOfMagnitude(DoubleFunction<Appraisal> inFull) {
    this.inFull = inFull;
  }

  /** Whether an error of H lies in the range that is interpolated. */
  static boolean isCovered(double sigma) {
    return sigma > 0 && sigma <= LARGEST;
  }

  /** The appraisal at an error of H, of a body larger by a factor. */
  Appraisal appraise(double sigma, double factor) {
    Node first = node(0);
    Estimate<Diameter> diameter = first.appraisal().diameter();
    Estimate<Mass> mass = first.appraisal().mass();
    GrossValue value = first.appraisal().grossValue();
    if (diameter == null || mass == null || value == null || !Double.isFinite(first.lnLow())) {
      return inFull.apply(sigma).scaledBy(factor);
    }
    double cube = factor * factor * factor;
    return new Appraisal(
        widened(diameter, factor, sigma, 1),
        widened(mass, cube, sigma, 3),
        interval(value, sigma, cube));
  }

  /** The error of H adds to the variance of ln D, and nine times as much to that of ln M. */
  private static <Q extends Quantity<Q>> Estimate<Q> widened(
      Estimate<Q> first, double factor, double sigma, double power) {
    double before = power * Photometry.sigmaLnDiameter(sigmaOf(0));
    double now = power * Photometry.sigmaLnDiameter(sigma);
    double variance = first.sigmaLn() * first.sigmaLn() - before * before + now * now;
    return new Estimate<>(first.median().scaledBy(factor), Math.sqrt(variance), first.provenance());
  }

  private GrossValue interval(GrossValue first, double sigma, double cube) {
    double place = sigma / STEP - 0.5;
    int leftmost = (int) Math.floor(place) - (POINTS / 2 - 1);
    double lnLow = 0;
    double lnHigh = 0;
    for (int j = 0; j < POINTS; j++) {
      double weight = weight(j, place - leftmost);
      Node node = node(leftmost + j);
      lnLow += weight * node.lnLow();
      lnHigh += weight * node.lnHigh();
    }
    return new GrossValue(
        first.usd() * cube, Math.exp(lnLow) * cube, Math.exp(lnHigh) * cube, first.provenance());
  }

  private static double weight(int point, double place) {
    double product = 1;
    for (int other = 0; other < POINTS; other++) {
      product *= other == point ? 1 : place - other;
    }
    return product / DISTANCES[point];
  }

  /** The node at an index; below 0 lie the same errors with a minus sign. */
  private Node node(int index) {
    int mirrored = index < 0 ? -1 - index : index;
    Node known = nodes[mirrored];
    if (known == null) {
      known = Node.of(inFull.apply(sigmaOf(mirrored)));
      nodes[mirrored] = known;
    }
    return known;
  }

  private static double sigmaOf(int index) {
    return (index + 0.5) * STEP;
  }
}
