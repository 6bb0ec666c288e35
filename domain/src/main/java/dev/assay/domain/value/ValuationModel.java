package dev.assay.domain.value;

import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import org.jspecify.annotations.Nullable;

/**
 * A way to value a body. Implementations are immutable, thread-safe and deterministic: the same
 * body always has the same valuation.
 */
public interface ValuationModel {

  /**
   * The name that exports and the command line know it by.
   *
   * @return a lower-case word
   */
  String name();

  /**
   * Values a body.
   *
   * @param body what is known of it
   * @param literatureMass its published masses, combined; null if there is none
   * @return all that follows
   */
  Valuation value(SmallBody body, @Nullable CombinedMass literatureMass);

  /**
   * Values a body without published masses.
   *
   * @param body what is known of it
   * @return all that follows
   */
  default Valuation value(SmallBody body) {
    return value(body, null);
  }
}
