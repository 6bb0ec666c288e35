package dev.assay.domain.value;

import dev.assay.domain.estimate.Provenance;

/**
 * Gross in-situ value: what all of a body would fetch at Earth's prices. A headline, not money that
 * anyone can recover.
 *
 * @param usd expectation over the classes the body may have (US dollars), 0 or more
 * @param lowUsd 16th percentile of the mixture over classes (US dollars)
 * @param highUsd 84th percentile (US dollars)
 * @param provenance how it was computed
 */
public record GrossValue(double usd, double lowUsd, double highUsd, Provenance provenance) {

  public GrossValue {
    if (!(usd >= 0 && lowUsd >= 0 && highUsd >= lowUsd && highUsd < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("not a value: " + usd + " " + lowUsd + " " + highUsd);
    }
  }
}
