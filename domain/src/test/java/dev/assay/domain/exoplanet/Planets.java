package dev.assay.domain.exoplanet;

import dev.assay.domain.exoplanet.PublishedValue.Limit;
import org.jspecify.annotations.Nullable;

/** Planets for tests. */
final class Planets {

  private Planets() {}

  static Planet planet(
      @Nullable PublishedValue radius, @Nullable PublishedValue mass, @Nullable String provenance) {
    return new Planet("Test b", "Test", null, null, null, radius, mass, provenance, null);
  }

  static PublishedValue measured(double value, double error) {
    return new PublishedValue(value, error, error, Limit.NONE);
  }

  static PublishedValue listed(double value) {
    return new PublishedValue(value, null, null, Limit.NONE);
  }
}
