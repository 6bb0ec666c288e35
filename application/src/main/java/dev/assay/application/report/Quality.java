package dev.assay.application.report;

import dev.assay.domain.asterank.AsterankSource;
import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.mass.MassSource;
import dev.assay.domain.size.DiameterSource;
import dev.assay.domain.taxonomy.ClassSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How much observation stands behind a quantity. Not thread-safe. */
final class Quality {

  /** All that the codes of an entry can stand for; no code has two meanings. */
  private static final Map<String, Provenance> ORIGINS =
      Stream.of(
              Stream.of(ClassSource.values()).map(ClassSource::provenance),
              Stream.of(DiameterSource.values()).map(DiameterSource::provenance),
              Stream.of(MassSource.values()).map(MassSource::provenance),
              Stream.of(AsterankSource.values()).map(AsterankSource::provenance))
          .flatMap(origins -> origins)
          .collect(
              Collectors.toUnmodifiableMap(
                  Provenance::code, Function.identity(), (one, same) -> one));

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
    Provenance origin = source == null ? null : ORIGINS.get(source);
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
    Provenance origin = ORIGINS.get(code);
    return origin == null ? "" : origin.method() + " [" + origin.source() + "]";
  }
}
