package dev.assay.application.explain;

import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.value.Flag;
import dev.assay.ports.CatalogueEntry;

/** What was observed of a body: orbit, magnitude, albedo. */
final class ObservedNodes {

  static final String SBDB = "SBDB";

  private final CatalogueEntry entry;
  private final Assumptions assumed;

  ObservedNodes(Revaluation again) {
    this.entry = again.entry();
    this.assumed = again.tables().assumptions();
  }

  Explanation orbit() {
    Double a = entry.aAu();
    String elements =
        (a == null ? "" : "a " + Words.fixed(a, 4) + " au, ")
            + ("e " + Words.fixed(entry.e(), 4) + ", i " + Words.fixed(entry.iDeg(), 2) + " deg");
    Explanation.Builder orbit =
        Explanation.of("orbit")
            .text(elements)
            .basis(Basis.MEASURED)
            .source(SBDB)
            .note(Words.orbitClass(new OrbitClass(entry.orbitClass())))
            .note(Boolean.TRUE.equals(entry.neo()) ? "near-Earth" : null)
            .note(Boolean.TRUE.equals(entry.pha()) ? "potentially hazardous" : null)
            .note("q " + Words.fixed(entry.qAu(), 4) + " au");
    Double aphelion = entry.aphelionAu();
    Double moid = entry.moidAu();
    return orbit
        .note(aphelion == null ? null : "Q " + Words.fixed(aphelion, 4) + " au")
        .note(moid == null ? null : "MOID " + Words.fixed(moid, 4) + " au")
        .build();
  }

  Explanation magnitude() {
    Double h = entry.hMag();
    Explanation.Builder magnitude = Explanation.of("H").value(h, "mag");
    if (h == null) {
      return magnitude.build();
    }
    Double stated = entry.hSigmaMag();
    boolean isStated = stated != null && stated > 0;
    double sigma = isStated ? stated : assumedSigma();
    return magnitude
        .interval(h - sigma, h + sigma)
        .basis(Basis.MEASURED)
        .source(SBDB)
        .note(isStated ? null : "no error stated, " + sigma + " mag assumed")
        .build();
  }

  private double assumedSigma() {
    return Boolean.TRUE.equals(entry.neo()) ? assumed.sigmaHNearEarth() : assumed.sigmaHOther();
  }

  Explanation albedo() {
    Double albedo = entry.albedo();
    Explanation.Builder node = Explanation.of("albedo").value(albedo, "");
    return albedo == null
        ? node.build()
        : node.sigmaLn(assumed.sigmaLnMeasuredAlbedo())
            .basis(Basis.MEASURED)
            .note(Flags.note(entry, Flag.ALBEDO_OF_TYPE))
            .source(SBDB)
            .note("no error stated, " + Words.percent(assumed.sigmaLnMeasuredAlbedo()) + " assumed")
            .build();
  }
}
