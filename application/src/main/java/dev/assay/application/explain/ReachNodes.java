package dev.assay.application.explain;

import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.NoDeltaV;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.ports.CatalogueEntry;
import java.util.Locale;

/** What it costs to get there. */
final class ReachNodes {

  private final CatalogueEntry entry;
  private final ModelFormulas model;

  ReachNodes(CatalogueEntry entry) {
    this.entry = entry;
    this.model = ModelFormulas.of(entry.model());
  }

  Explanation deltaV(Explanation orbit) {
    Explanation.Builder node = Explanation.of("delta-v").value(entry.deltaVKmS(), "km/s");
    DeltaVOutcome outcome = outcome();
    if (outcome instanceof NoDeltaV none) {
      return node.note(none.reason()).build();
    }
    RendezvousDeltaV reached = (RendezvousDeltaV) outcome;
    return node.basis(Basis.DERIVED)
        .formula(model.deltaV())
        .source("Shoemaker & Helin 1978")
        .note(quality())
        .note(branch(reached))
        .note(times(reached.ratioToMoon(), "LEO to Moon"))
        .note(times(reached.ratioToMars(), "LEO to Mars"))
        .note(Words.fixed(reached.transferYears(), 2) + " years one way")
        .from(orbit)
        .build();
  }

  private DeltaVOutcome outcome() {
    Double a = entry.aAu();
    return a == null
        ? new NoDeltaV("orbit not elliptic (e >= 1): the body does not return")
        : model.reach(a, entry.e(), entry.iDeg());
  }

  private String quality() {
    return switch (entry.deltaVQuality()) {
      case "nominal" -> "nominal: within a few tenths of km/s of the best transfer";
      case "extrapolated" -> "extrapolated: outside the near-Earth orbits it was made for";
      case "not-practical" -> "not-practical: aphelion beyond 5.5 au, the flight takes too long";
      default -> entry.deltaVQuality();
    };
  }

  private static String branch(RendezvousDeltaV reached) {
    String name = reached.branch().name();
    return String.format(
        Locale.ROOT,
        "%s branch, U_L %.4f, U_R %.4f",
        name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT),
        reached.launchImpulse(),
        reached.rendezvousImpulse());
  }

  private static String times(double ratio, String what) {
    return Words.fixed(ratio, 3) + " x " + what;
  }

  Explanation accessibility(Explanation deltaV, Explanation orbit) {
    Double value = entry.accessibility();
    Explanation.Builder node = Explanation.of("accessibility").value(value, "");
    return value == null
        ? node.note("no delta-v").build()
        : node.basis(Basis.DERIVED)
            .formula(model.accessibility())
            .source(model.accessibilitySource())
            .note(model.accessibilityNote())
            .from(deltaV)
            .from(model == ModelFormulas.ASTERANK ? orbit : null)
            .build();
  }
}
