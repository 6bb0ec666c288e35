package dev.assay.domain.value;

import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.mass.MassSource;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.taxonomy.ClassMixture;
import org.jspecify.annotations.Nullable;

/**
 * What a body of some kind would weigh and be worth if it were a sphere of exactly 1 km: mass and
 * value of any other of this kind follow from its diameter.
 *
 * <p>The ends of the interval of the value must be searched for, body by body, as they depend on
 * the error of the diameter. The search begins where interpolation between errors for which it has
 * been made already (four-point Lagrange, in the variance) says that they should be: that is close
 * enough for one step to end it. Thread-safe: what is kept is the same whoever makes it.
 */
final class KilometreSphere {

  /** Of the variance of ln D&sup3;: most guesses are then right to 1e-5, all to 1e-3. */
  private static final double STEP = 1.0 / 32;

  private static final int POINTS = 4;

  /** Up to an error of a third of the diameter; beyond, the search begins without a guess. */
  private static final int NODES = 32 + POINTS;

  private final LogNormal mass;
  private final ClassMixture value;
  private final double expectation;
  private final @Nullable Interval[] nodes = new @Nullable Interval[NODES];

  /** Logarithms of the ends of the value's interval. */
  record Interval(double lnLow, double lnHigh) {

    static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN);
  }

  /**
   * Prepares one kind of body.
   *
   * @param mass of the sphere (kg)
   * @param value of the sphere (US dollars)
   */
  KilometreSphere(ClassMixture mass, ClassMixture value) {
    this.mass = mass.matched();
    this.value = value;
    this.expectation = value.expectation();
  }

  /** The appraisal of a body of this kind, whose diameter is the same whatever its class. */
  Appraisal resizedTo(Estimate<Diameter> diameter) {
    double kilometres = diameter.median().kilometres();
    double cube = kilometres * kilometres * kilometres;
    LogNormal volume = LogNormal.ofMedian(cube, 3 * diameter.sigmaLn());
    Estimate<Mass> resized =
        new Estimate<>(
            new Mass(mass.median() * cube),
            mass.times(volume).sigmaLn(),
            MassSource.DIAMETER_DENSITY.provenance());
    Interval near = near(volume.sigmaLn() * volume.sigmaLn());
    double[] ends =
        value
            .times(volume)
            .quantilesNear(
                GrossValue.LOW,
                near.lnLow + volume.mu(),
                GrossValue.HIGH,
                near.lnHigh + volume.mu());
    return new Appraisal(
        diameter, resized, GrossValue.ofClasses(expectation * cube, ends[0], ends[1]));
  }

  /**
   * About where the interval of the sphere's value would lie if ln D&sup3; had this variance; not a
   * number where that is not known.
   */
  Interval near(double variance) {
    double place = variance / STEP;
    if (!(place < NODES - POINTS)) {
      return Interval.UNKNOWN;
    }
    int first = Math.max(0, (int) place - (POINTS / 2 - 1));
    double d0 = place - first;
    double d1 = d0 - 1;
    double d2 = d0 - 2;
    double d3 = d0 - 3;
    double w0 = d1 * d2 * d3 / -6;
    double w1 = d0 * d2 * d3 / 2;
    double w2 = d0 * d1 * d3 / -2;
    double w3 = d0 * d1 * d2 / 6;
    Interval n0 = node(first);
    Interval n1 = node(first + 1);
    Interval n2 = node(first + 2);
    Interval n3 = node(first + 3);
    return new Interval(
        w0 * n0.lnLow + w1 * n1.lnLow + w2 * n2.lnLow + w3 * n3.lnLow,
        w0 * n0.lnHigh + w1 * n1.lnHigh + w2 * n2.lnHigh + w3 * n3.lnHigh);
  }

  private Interval node(int index) {
    Interval known = nodes[index];
    if (known == null) {
      LogNormal widening = new LogNormal(0, Math.sqrt(index * STEP));
      double[] ends = value.times(widening).quantiles(GrossValue.LOW, GrossValue.HIGH);
      known = new Interval(Math.log(ends[0]), Math.log(ends[1]));
      nodes[index] = known;
    }
    return known;
  }
}
