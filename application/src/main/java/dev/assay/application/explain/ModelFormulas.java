package dev.assay.application.explain;

import dev.assay.domain.asterank.AsterankDeltaV;
import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.ShoemakerHelin;

/** Where the two models follow different formulae under the same name. */
enum ModelFormulas {
  /** Assay's own model. */
  ASSAY(
      Formula.DELTA_V,
      Formula.ACCESSIBILITY,
      "Elvis et al. 2011",
      "",
      Formula.PROFIT,
      "Assay, docs/mission.md") {
    @Override
    DeltaVOutcome reach(double a, double e, double inclinationDeg) {
      return ShoemakerHelin.rendezvous(a, e, inclinationDeg);
    }
  },
  /** The published numbers of Asterank. */
  ASTERANK(
      Formula.ASTERANK_DELTA_V,
      Formula.ASTERANK_CLOSENESS,
      "github.com/typpo/asterank",
      "on its own scale; -1 where it computes none",
      Formula.ASTERANK_PROFIT,
      "github.com/typpo/asterank") {
    @Override
    DeltaVOutcome reach(double a, double e, double inclinationDeg) {
      return AsterankDeltaV.rendezvous(a, e, inclinationDeg);
    }
  };

  private final Formula deltaV;
  private final Formula accessibility;
  private final String accessibilitySource;
  private final String accessibilityNote;
  private final Formula profit;
  private final String profitSource;

  ModelFormulas(
      Formula deltaV,
      Formula accessibility,
      String accessibilitySource,
      String accessibilityNote,
      Formula profit,
      String profitSource) {
    this.deltaV = deltaV;
    this.accessibility = accessibility;
    this.accessibilitySource = accessibilitySource;
    this.accessibilityNote = accessibilityNote;
    this.profit = profit;
    this.profitSource = profitSource;
  }

  static ModelFormulas of(String model) {
    return model.equals(AsterankModel.NAME) ? ASTERANK : ASSAY;
  }

  /** The delta-v by the model, with all that follows from it. */
  abstract DeltaVOutcome reach(double a, double e, double inclinationDeg);

  Formula deltaV() {
    return deltaV;
  }

  Formula accessibility() {
    return accessibility;
  }

  String accessibilitySource() {
    return accessibilitySource;
  }

  String accessibilityNote() {
    return accessibilityNote;
  }

  Formula profit() {
    return profit;
  }

  String profitSource() {
    return profitSource;
  }
}
