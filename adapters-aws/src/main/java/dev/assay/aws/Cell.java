package dev.assay.aws;

import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.TopQuery;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that filters treat alike, but for the delta-v.
 *
 * @param orbitClass orbit class
 * @param neo whether near-Earth, as far as known
 * @param spectralClass most likely class
 */
record Cell(String orbitClass, @Nullable Boolean neo, @Nullable String spectralClass) {

  static Cell of(CatalogueEntry entry) {
    return new Cell(entry.orbitClass(), entry.neo(), entry.spectralClass());
  }

  boolean isWanted(TopQuery query) {
    return (query.orbitClasses().isEmpty() || query.orbitClasses().contains(orbitClass))
        && (!query.nearEarthOnly() || Boolean.TRUE.equals(neo))
        && (query.spectralClass() == null || query.spectralClass().equals(spectralClass));
  }
}
