package dev.assay.application.explain;

import dev.assay.domain.value.Flag;
import dev.assay.ports.CatalogueEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the consistency checks of a valuation found, as a note to the quantity concerned. */
final class Flags {

  private Flags() {}

  /** A warning if a flag was raised; null if not. */
  static @Nullable String note(CatalogueEntry entry, Flag flag) {
    String codes = entry.flags();
    boolean raised =
        codes != null && List.of(codes.split(CatalogueEntry.FLAG_SEPARATOR)).contains(flag.code());
    return raised ? "CHECK: " + flag.meaning() : null;
  }
}
