package dev.assay.ports;

import dev.assay.ports.TopQuery.Ranking;
import java.util.Set;

/** Queries for tests. */
final class Rankings {

  private Rankings() {}

  /** Asks for all bodies alike. */
  static TopQuery by(Ranking ranking, int limit) {
    return new TopQuery(ranking, limit, Set.of(), false, null, null);
  }
}
