package dev.assay.lambda;

import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.ValuationModel;

/** The valuation models by name. */
final class Models {

  private Models() {}

  static boolean isKnown(String name) {
    return name.equals("assay") || name.equals("asterank");
  }

  /** A model that {@link #isKnown}. */
  static ValuationModel named(String name) {
    return name.equals(AsterankModel.NAME)
        ? AsterankModel.withPublishedPrices()
        : AssayModel.withBundledTables();
  }
}
