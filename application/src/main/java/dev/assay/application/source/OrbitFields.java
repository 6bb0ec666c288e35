package dev.assay.application.source;

import dev.assay.domain.body.OrbitalElements;
import org.jspecify.annotations.Nullable;

/** Reads the orbit of a row. */
final class OrbitFields {

  private static final Range ECCENTRICITY = Range.from(0, Double.MAX_VALUE);
  private static final Range INCLINATION = Range.from(0, 180);
  private static final Range DISTANCE = Range.above(0, Double.MAX_VALUE);
  private static final Range ANY = Range.from(-Double.MAX_VALUE, Double.MAX_VALUE);

  private final RowFields fields;

  OrbitFields(RowFields fields) {
    this.fields = fields;
  }

  /** The orbit; null if the row has to be rejected. */
  @Nullable OrbitalElements read(TextRow row) {
    double e = fields.requiredNumber(row, SmallBodyField.E, ECCENTRICITY);
    double i = fields.requiredNumber(row, SmallBodyField.I, INCLINATION);
    if (Double.isNaN(e) || Double.isNaN(i)) {
      return null;
    }
    try {
      return e < 1 ? elliptic(row, e, i) : open(row, e, i);
    } catch (IllegalArgumentException extreme) {
      fields.reject(row, "has no possible orbit: " + extreme.getMessage());
      return null;
    }
  }

  private @Nullable OrbitalElements elliptic(TextRow row, double e, double i) {
    if (row.has(SmallBodyField.A)) {
      double a = fields.requiredNumber(row, SmallBodyField.A, DISTANCE);
      return Double.isNaN(a) ? null : OrbitalElements.of(a, e, i);
    }
    if (row.has(SmallBodyField.Q)) {
      double q = fields.requiredNumber(row, SmallBodyField.Q, DISTANCE);
      return Double.isNaN(q) ? null : OrbitalElements.ofPerihelion(q, e, i);
    }
    fields.reject(row, "no size of its orbit: a and q are both unknown");
    return null;
  }

  /** An orbit that does not close has a negative semi-major axis, or none for e = 1. */
  private @Nullable OrbitalElements open(TextRow row, double e, double i) {
    if (row.has(SmallBodyField.Q)) {
      double q = fields.requiredNumber(row, SmallBodyField.Q, DISTANCE);
      return Double.isNaN(q) ? null : OrbitalElements.ofPerihelion(q, e, i);
    }
    double a = e > 1 ? fields.number(row, SmallBodyField.A, ANY) : Double.NaN;
    if (a < 0) {
      return OrbitalElements.of(a, e, i);
    }
    fields.reject(row, "e is 1 or more, and neither q nor a negative a is known");
    return null;
  }
}
