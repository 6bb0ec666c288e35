package dev.assay.cli;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.ports.CatalogueEntry;
import java.util.List;

/** Warns of a model whose numbers are not meant to be true. */
final class ModelNote {

  private static final String ASTERANK =
      "note: model asterank reproduces the published Asterank numbers, known errors included";

  private ModelNote() {}

  /** Prints the warning if any of the entries needs it. */
  static void print(Console console, List<CatalogueEntry> entries) {
    entries.stream()
        .map(CatalogueEntry::model)
        .filter(AsterankModel.NAME::equals)
        .findFirst()
        .ifPresent(model -> print(console, model));
  }

  /** Prints the warning if the model needs it. */
  static void print(Console console, String model) {
    if (model.equals(AsterankModel.NAME)) {
      console.flush();
      console.err().println(ASTERANK);
    }
  }
}
