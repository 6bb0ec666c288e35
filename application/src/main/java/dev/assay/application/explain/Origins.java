package dev.assay.application.explain;

import dev.assay.domain.asterank.AsterankSource;
import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.mass.MassSource;
import dev.assay.domain.size.DiameterSource;
import dev.assay.domain.taxonomy.ClassSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the codes of an entry can stand for; no code has two meanings. */
final class Origins {

  private static final List<Provenance> ALL =
      Stream.of(
              Stream.of(ClassSource.values()).map(ClassSource::provenance),
              Stream.of(DiameterSource.values()).map(DiameterSource::provenance),
              Stream.of(MassSource.values()).map(MassSource::provenance),
              Stream.of(AsterankSource.values()).map(AsterankSource::provenance))
          .flatMap(origins -> origins)
          .toList();

  private Origins() {}

  /** What a code stands for; null for one of a later version. */
  static @Nullable Provenance of(@Nullable String code) {
    return ALL.stream().filter(origin -> origin.code().equals(code)).findFirst().orElse(null);
  }
}
