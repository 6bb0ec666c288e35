package dev.assay.application.step;

import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.PortException;
import java.util.Locale;
import java.util.Optional;

/** Whether a new generation has fewer bodies than the active one, which it is to replace. */
final class Shrinkage {

  private Shrinkage() {}

  /**
   * What a reader of the result should know.
   *
   * @param catalogue holds the active generation
   * @param rows bodies of the new one
   * @return one line; empty if there are at least as many bodies, or nothing is active yet
   * @throws PortException transient if the active generation cannot be read now; one that cannot be
   *     read at all must not keep a new one from taking its place
   */
  static Optional<String> warning(Catalogue catalogue, long rows) {
    try (CatalogueReader active = catalogue.read().orElse(null)) {
      return active == null ? Optional.empty() : warning(active, rows);
    } catch (PortException e) {
      if (e.kind() == PortException.Kind.TRANSIENT) {
        throw e;
      }
      return Optional.of("not compared with the active generation: " + e.getMessage());
    }
  }

  private static Optional<String> warning(CatalogueReader active, long rows) {
    long missing = active.count() - rows;
    if (missing <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%d %s fewer than in generation %s: %d instead of %d",
            missing,
            missing == 1 ? "body" : "bodies",
            active.generation(),
            rows,
            active.count()));
  }
}
