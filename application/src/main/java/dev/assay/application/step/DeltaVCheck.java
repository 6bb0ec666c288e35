package dev.assay.application.step;

import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Holds computed delta-v against the published list. Elements have been improved since the list was
 * made and it rounds them, so small differences are expected; many large ones would mean that the
 * formulae or the elements are wrong. Thread-safe.
 */
final class DeltaVCheck {

  /** What rounding of the elements and their improvement since may change (km/s). */
  private static final double EXPECTED = 0.05;

  private final Map<String, Double> listed;
  private final LongAdder compared = new LongAdder();
  private final LongAdder agreeing = new LongAdder();

  /**
   * Begins with nothing compared.
   *
   * @param listed published delta-v (km/s) by designation
   */
  DeltaVCheck(Map<String, Double> listed) {
    this.listed = listed;
  }

  void compare(SmallBody body) {
    Double published = listed.get(body.identity().designation().value());
    if (published != null
        && ShoemakerHelin.rendezvous(body.orbit()) instanceof RendezvousDeltaV reached) {
      compared.increment();
      if (Math.abs(reached.deltaV().kmPerSecond() - published) <= EXPECTED) {
        agreeing.increment();
      }
    }
  }

  long compared() {
    return compared.sum();
  }

  long agreeing() {
    return agreeing.sum();
  }

  /** What came of it, in one line; empty if there was nothing to compare. */
  static Optional<String> summary(long agreeing, long compared) {
    if (compared == 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "delta-v agrees with the published list within %.2f km/s for %d of %d bodies",
            EXPECTED,
            agreeing,
            compared));
  }
}
