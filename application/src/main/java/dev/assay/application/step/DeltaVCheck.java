package dev.assay.application.step;

import dev.assay.application.source.DeltaVEntry;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.deltav.ShoemakerHelin;
import java.util.HashMap;
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

  private final Map<String, Double> listed = new HashMap<>();
  private final LongAdder compared = new LongAdder();
  private final LongAdder agreeing = new LongAdder();

  /** Adds a row of the list; all rows are added before anything is compared. */
  void add(DeltaVEntry entry) {
    String number = entry.number();
    listed.put(number == null ? entry.provisionalDesignation() : number, entry.deltaVKmS());
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

  /** What came of it, in one line; empty if there was nothing to compare. */
  Optional<String> summary() {
    if (compared.sum() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "delta-v agrees with the published list within %.2f km/s for %d of %d bodies",
            EXPECTED,
            agreeing.sum(),
            compared.sum()));
  }
}
