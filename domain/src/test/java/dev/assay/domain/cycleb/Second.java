package dev.assay.domain.cycleb;

import dev.assay.domain.cyclea.First;

/** The other half. */
public interface Second {

  /** What closes the cycle. */
  First first();
}
