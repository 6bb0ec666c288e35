package dev.assay.application.explain;

import dev.assay.domain.asterank.AsterankSource;
import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.mass.MassSource;
import dev.assay.domain.size.DiameterSource;
import dev.assay.domain.taxonomy.ClassSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the codes of an entry can stand for; no code has two meanings. */
public final class Origins {

  private static final Map<String, Provenance> ALL =
      Stream.of(
              Stream.of(ClassSource.values()).map(ClassSource::provenance),
              Stream.of(DiameterSource.values()).map(DiameterSource::provenance),
              Stream.of(MassSource.values()).map(MassSource::provenance),
              Stream.of(AsterankSource.values()).map(AsterankSource::provenance))
          .flatMap(origins -> origins)
          .collect(
              Collectors.toUnmodifiableMap(
                  Provenance::code, Function.identity(), (one, same) -> one));

  private Origins() {}

  /**
   * What a code stands for.
   *
   * @param code as in an entry; null if it states none
   * @return null for none, and for one of a later version
   */
  public static @Nullable Provenance of(@Nullable String code) {
    return code == null ? null : ALL.get(code);
  }
}
