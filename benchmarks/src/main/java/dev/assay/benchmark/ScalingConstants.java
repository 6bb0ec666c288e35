package dev.assay.benchmark;

import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.AssayTables;
import dev.assay.domain.value.GrossValue;
import dev.assay.domain.value.Valuation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the domain says of bodies of which H alone is known, one of each kind, to scale by: the zone
 * and whether the body is small make the kind. All is stated for H = 0.
 */
final class ScalingConstants {

  /** Zones where an albedo does not depend on H. */
  static final int ZONES = MadeBodies.ZONES - 1;

  /** As the domain interpolates between errors of H, see its class ErrorOfMagnitude (mag). */
  private static final double STEP = 1.0 / 64;

  private static final double LARGEST = 2;
  private static final int BEFORE = 3;
  private static final int BEHIND = 3;

  private static final double SMALL = 30;
  private static final double LARGE = -4;

  private final AssayTables tables;
  private final AssayModel model;

  ScalingConstants(AssayTables tables) {
    this.tables = tables;
    this.model = new AssayModel(tables);
  }

  String statements() {
    return kinds().statements() + ends().statements();
  }

  /** Of each zone, the H up to which a body is as large as the limit of small bodies. */
  List<Double> faintestLarge() {
    List<Double> limits = new ArrayList<>();
    for (int zone = 0; zone < ZONES; zone++) {
      limits.add(ClassConstants.faintestLarge(value(2 * zone + 1, false, null), SMALL, tables));
    }
    return limits;
  }

  /** Variances without that of H. */
  private SqlTable kinds() {
    SqlTable table =
        new SqlTable(
            "kinds",
            "kind INTEGER, likely VARCHAR, confidence DOUBLE, d0 DOUBLE, d_var DOUBLE,"
                + " m0 DOUBLE, m_var DOUBLE, v0 DOUBLE");
    for (int kind = 0; kind < 2 * ZONES; kind++) {
      double sigmaH = STEP;
      Valuation valuation = value(kind, false, sigmaH);
      Estimate<Diameter> diameter = Objects.requireNonNull(valuation.diameter());
      Estimate<Mass> mass = Objects.requireNonNull(valuation.mass());
      GrossValue value = Objects.requireNonNull(valuation.grossValue());
      double fromH = MadeBodies.LN_DIAMETER_PER_MAGNITUDE * sigmaH;
      double scale = Math.exp(lnScale(kind));
      table.add(
          kind,
          Objects.requireNonNull(valuation.spectralClass()).code(),
          Objects.requireNonNull(valuation.classification()).weights().confidence(),
          diameter.median().kilometres() * scale,
          diameter.sigmaLn() * diameter.sigmaLn() - fromH * fromH,
          mass.median().kilograms() * scale * scale * scale,
          mass.sigmaLn() * mass.sigmaLn() - 9 * fromH * fromH,
          value.usd() * scale * scale * scale);
    }
    return table;
  }

  /**
   * Logarithms of the ends of the interval of the value. By the error of H: the first at -5/128,
   * then in steps of 1/64, and those below 0 mirror the others. For the errors that are assumed of
   * bodies near Earth and of others.
   */
  private SqlTable ends() {
    SqlTable table =
        new SqlTable(
            "ends",
            "kind INTEGER, ln_low DOUBLE[], ln_high DOUBLE[], other_low DOUBLE, other_high DOUBLE,"
                + " near_low DOUBLE, near_high DOUBLE");
    for (int kind = 0; kind < 2 * ZONES; kind++) {
      List<Double> low = new ArrayList<>();
      List<Double> high = new ArrayList<>();
      for (int node = -BEFORE; node < LARGEST / STEP + BEHIND; node++) {
        End end = end(kind, false, Math.abs((node + 0.5) * STEP));
        low.add(end.lnLow);
        high.add(end.lnHigh);
      }
      End other = end(kind, false, null);
      End near = end(kind, true, null);
      table.add(kind, low, high, other.lnLow, other.lnHigh, near.lnLow, near.lnHigh);
    }
    return table;
  }

  private record End(double lnLow, double lnHigh) {}

  private End end(int kind, boolean near, @Nullable Double sigmaH) {
    GrossValue value = Objects.requireNonNull(value(kind, near, sigmaH).grossValue());
    double lnScale = 3 * lnScale(kind);
    return new End(Math.log(value.lowUsd()) + lnScale, Math.log(value.highUsd()) + lnScale);
  }

  private Valuation value(int kind, boolean near, @Nullable Double sigmaH) {
    return model.value(MadeBodies.of(kind / 2, near, reference(kind), sigmaH), null);
  }

  private static double reference(int kind) {
    return kind % 2 == 1 ? SMALL : LARGE;
  }

  /** ln of how much larger a body of H = 0 is. */
  private static double lnScale(int kind) {
    return MadeBodies.LN_DIAMETER_PER_MAGNITUDE * reference(kind);
  }
}
