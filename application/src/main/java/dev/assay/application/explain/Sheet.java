package dev.assay.application.explain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the quantities of a body, in the order in which they are shown. */
final class Sheet {

  private final String fullName;
  private final List<Explanation> quantities = new ArrayList<>();

  Sheet(String fullName) {
    this.fullName = fullName;
  }

  Sheet add(Explanation quantity) {
    quantities.add(quantity);
    return this;
  }

  Sheet addIfKnown(@Nullable Explanation quantity) {
    return quantity != null && quantity.isKnown() ? add(quantity) : this;
  }

  Explanation whole() {
    return new Explanation(
        "body", null, fullName, "", null, null, null, null, null, null, List.of(), quantities);
  }
}
