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
 * each would take five times as long as a whole valuation. Thread-safe as {@link
 * MagnitudeOnlyBodies} is.
 */
final class ErrorOfMagnitude {

  /** Errors of H beyond this are rare (mag). */
  private static final double LARGEST = 2;

  private static final double STEP = 1.0 / 64;
  private static final int POINTS = 6;

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
    double d0 = place - leftmost;
    double d1 = d0 - 1;
    double d2 = d0 - 2;
    double d3 = d0 - 3;
    double d4 = d0 - 4;
    double d5 = d0 - 5;
    // Products written out, not as two loops, which the first compiler leaves as they are:
    // 40 of 370 ns for a body of which only H is known.
    double w0 = d1 * d2 * d3 * d4 * d5 / -120;
    double w1 = d0 * d2 * d3 * d4 * d5 / 24;
    double w2 = d0 * d1 * d3 * d4 * d5 / -12;
    double w3 = d0 * d1 * d2 * d4 * d5 / 12;
    double w4 = d0 * d1 * d2 * d3 * d5 / -24;
    double w5 = d0 * d1 * d2 * d3 * d4 / 120;
    Node n0 = node(leftmost);
    Node n1 = node(leftmost + 1);
    Node n2 = node(leftmost + 2);
    Node n3 = node(leftmost + 3);
    Node n4 = node(leftmost + 4);
    Node n5 = node(leftmost + 5);
    double lnLow =
        w0 * n0.lnLow
            + w1 * n1.lnLow
            + w2 * n2.lnLow
            + w3 * n3.lnLow
            + w4 * n4.lnLow
            + w5 * n5.lnLow;
    double lnHigh =
        w0 * n0.lnHigh
            + w1 * n1.lnHigh
            + w2 * n2.lnHigh
            + w3 * n3.lnHigh
            + w4 * n4.lnHigh
            + w5 * n5.lnHigh;
    return new GrossValue(
        first.usd() * cube, Math.exp(lnLow) * cube, Math.exp(lnHigh) * cube, first.provenance());
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
