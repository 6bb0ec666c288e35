package dev.assay.application.report;

import dev.assay.application.explain.Origins;
import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;
import org.jspecify.annotations.Nullable;

/** How much observation stands behind a quantity. Not thread-safe. */
final class Quality {

  private final Counts sources = new Counts();
  private final long[] byBasis = new long[Basis.values().length];
  private long unstated;
  private long unknown;

  void add(@Nullable Object value, @Nullable String source) {
    if (value == null) {
      unknown++;
      return;
    }
    sources.add(source);
    Provenance origin = Origins.of(source);
    if (origin == null) {
      unstated++;
    } else {
      byBasis[origin.basis().ordinal()]++;
    }
  }

  long of(Basis basis) {
    return byBasis[basis.ordinal()];
  }

  /** Values of which the model does not say where they come from. */
  long unstated() {
    return unstated;
  }

  long unknown() {
    return unknown;
  }

  Counts sources() {
    return sources;
  }

  /** The words behind a code. */
  static String method(String code) {
    Provenance origin = Origins.of(code);
    return origin == null ? "" : origin.method() + " [" + origin.source() + "]";
  }
}
