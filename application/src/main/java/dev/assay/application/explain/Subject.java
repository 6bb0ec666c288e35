package dev.assay.application.explain;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.Designation;
import dev.assay.domain.body.GravitationalParameter;
import dev.assay.domain.body.Identity;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.MassSource;
import dev.assay.domain.size.DiameterSource;
import dev.assay.domain.table.Assumptions;
import dev.assay.ports.CatalogueEntry;
import org.jspecify.annotations.Nullable;

/**
 * The body behind an entry, as it was observed. The catalogue keeps all that was observed of a body
 * and used in its valuation, so that it can be valued anew to see what went into it.
 */
final class Subject {

  /** The largest error that a measurement may have; rounding must not carry it beyond. */
  private static final double LARGEST_ERROR_KM = 20_000;

  private Subject() {}

  /** The body, with only those of its observations that its valuation rests on. */
  static SmallBody body(CatalogueEntry entry, Assumptions assumed) {
    Double h = entry.hMag();
    Double gm = entry.gmKm3S2();
    return new SmallBody(
        new Identity(new Designation(entry.designation()), entry.fullName(), entry.name()),
        orbit(entry),
        new OrbitClass(entry.orbitClass()),
        entry.neo(),
        entry.pha(),
        entry.moidAu(),
        h == null ? null : new AbsoluteMagnitude(h, entry.hSigmaMag()),
        diameter(entry, assumed),
        entry.albedo(),
        gm == null ? null : new GravitationalParameter(gm),
        entry.spectralType(),
        null);
  }

  private static OrbitalElements orbit(CatalogueEntry entry) {
    Double a = entry.aAu();
    return new OrbitalElements(
        a == null ? Double.POSITIVE_INFINITY : a, entry.e(), entry.iDeg(), entry.qAu());
  }

  private static @Nullable MeasuredDiameter diameter(CatalogueEntry entry, Assumptions assumed) {
    Double kilometres = entry.diameterKm();
    if (kilometres == null
        || !DiameterSource.MEASURED.provenance().code().equals(entry.diameterSource())) {
      return null;
    }
    Double sigmaLn = entry.diameterSigmaLn();
    return sigmaLn == null || isAssumed(sigmaLn, assumed.sigmaLnMeasuredDiameter())
        ? new MeasuredDiameter(kilometres, null)
        : new MeasuredDiameter(kilometres, Math.min(LARGEST_ERROR_KM, linear(kilometres, sigmaLn)));
  }

  /**
   * The error is stored as it was used: one that equals the assumption to the last digits is it.
   */
  static boolean isAssumed(double sigmaLn, double assumption) {
    return Math.abs(sigmaLn - assumption) < 1e-12;
  }

  /** The published masses of the body, as far as they count; null if its mass is not from them. */
  static @Nullable CombinedMass literature(CatalogueEntry entry) {
    Double kilograms = entry.massKg();
    Double sigmaLn = entry.massSigmaLn();
    Long count = entry.massMeasurements();
    if (kilograms == null
        || sigmaLn == null
        || count == null
        || !MassSource.COMBINED_MEASUREMENTS.provenance().code().equals(entry.massSource())) {
      return null;
    }
    double sigma = linear(kilograms, sigmaLn);
    return new CombinedMass(kilograms, sigma, Math.toIntExact(count), sigma, sigma, 0, 0);
  }

  /** The linear error that made a width of ln: the inverse of {@code LogNormal.ofMeasurement}. */
  private static double linear(double median, double sigmaLn) {
    return median * Math.sqrt(Math.expm1(sigmaLn * sigmaLn));
  }
}
