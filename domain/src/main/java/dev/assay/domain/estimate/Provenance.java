package dev.assay.domain.estimate;

import java.util.Objects;

/**
 * Where a number came from.
 *
 * @param basis whether it was measured, derived from other numbers or assumed
 * @param code short stable identifier of the method, as it stands in exports
 * @param method the method in words
 * @param source the citation behind the method or measurement
 */
public record Provenance(Basis basis, String code, String method, String source) {

  /** How much observation stands behind a number. */
  public enum Basis {
    /** Observed on the body itself. */
    MEASURED,
    /** Computed from observations of the body and from class tables. */
    DERIVED,
    /** A default that nothing about this body supports. */
    ASSUMED
  }

  public Provenance {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(source, "source");
  }
}
