package dev.assay.application.explain;

import dev.assay.domain.asterank.AsterankSource;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.estimate.Provenance;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.size.DiameterSource;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassMixture;
import dev.assay.domain.taxonomy.OrbitZone;
import dev.assay.domain.value.Flag;
import dev.assay.ports.CatalogueEntry;
import org.jspecify.annotations.Nullable;

/** The diameter and what it rests on. */
final class SizeNode {

  private static final String TEMPLATES = "Mahlke, Carry & Mattei 2022, class templates";

  private final Revaluation again;
  private final CatalogueEntry entry;

  SizeNode(Revaluation again) {
    this.again = again;
    this.entry = again.entry();
  }

  Explanation node(Explanation magnitude, Explanation albedo, Explanation spectralClass) {
    Explanation.Builder node =
        Explanation.of("diameter").value(entry.diameterKm(), "km").sigmaLn(entry.diameterSigmaLn());
    Provenance provenance = Origins.of(entry.diameterSource());
    if (provenance == null) {
      return node.build();
    }
    node.provenance(provenance)
        .note(Flags.note(entry, Flag.DIAMETER))
        .note(Flags.note(entry, Flag.IMPLIED_ALBEDO));
    String code = provenance.code();
    if (code.equals(DiameterSource.MEASURED.provenance().code())) {
      node.note(assumedError());
    } else if (code.equals(DiameterSource.H_CLASS_ALBEDO.provenance().code())) {
      node.from(magnitude).from(albedoOfClass()).from(spectralClass);
    } else if (code.equals(AsterankSource.DEFAULT_ALBEDO.provenance().code())) {
      node.from(magnitude).from(albedoOfAsterank());
    } else {
      node.from(magnitude).from(albedo);
    }
    return node.build();
  }

  private @Nullable String assumedError() {
    Double sigmaLn = entry.diameterSigmaLn();
    double assumption = again.tables().assumptions().sigmaLnMeasuredDiameter();
    return sigmaLn != null && Subject.isAssumed(sigmaLn, assumption)
        ? "no error stated, " + Words.percent(assumption) + " assumed"
        : null;
  }

  private @Nullable Explanation albedoOfClass() {
    return again.albedo().map(this::albedo).orElse(null);
  }

  private Explanation albedo(ClassMixture mixture) {
    LogNormal matched = mixture.matched();
    return Explanation.of("albedo")
        .value(matched.median(), "")
        .sigmaLn(matched.sigmaLn())
        .basis(Basis.ASSUMED)
        .formula(again.isMixture() ? Formula.CLASS_MIXTURE : null)
        .source(albedoSource())
        .build();
  }

  private String albedoSource() {
    if (entry.spectralType() != null) {
      return TEMPLATES;
    }
    Assumptions assumed = again.tables().assumptions();
    return switch (OrbitZone.of(again.body())) {
      case NEAR_EARTH -> "Wright et al. 2016, near-Earth albedos; " + TEMPLATES;
      case DISTANT ->
          "Mueller, Lellouch & Fornasier 2020: dark, but "
              + assumed.distantBrightAlbedo()
              + " up to H "
              + assumed.distantBrightH();
      default -> TEMPLATES;
    };
  }

  private static Explanation albedoOfAsterank() {
    return Explanation.of("albedo")
        .value(0.15, "")
        .basis(Basis.ASSUMED)
        .source(AsterankSource.DEFAULT_ALBEDO.provenance().source())
        .note("whatever the class")
        .build();
  }
}
