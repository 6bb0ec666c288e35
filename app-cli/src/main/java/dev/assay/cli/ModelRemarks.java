package dev.assay.cli;

import dev.assay.domain.asterank.AsterankDeltaV;
import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.ShoemakerHelin;

/** What is said about numbers that each model defines in its own way. */
enum ModelRemarks {
  /** Assay's own model, and any that is not known here. */
  ASSAY(
      "Shoemaker & Helin 1978",
      "payload relative to the best orbit, Elvis et al. 2011",
      "in situ, at prices on Earth, not recoverable; expectation over classes",
      "net present value of one reference mission",
      "Value: gross, in situ, at prices on Earth; nobody can recover all of it.",
      "Profit: net present value of one reference mission, US dollars; negative: it loses money."
          + " The least is lost where\nthe least equipment arrives; what is closest to paying comes"
          + " first with --by break-even.") {
    @Override
    DeltaVOutcome deltaV(double a, double e, double inclinationDeg) {
      return ShoemakerHelin.rendezvous(a, e, inclinationDeg);
    }
  },
  /** The published numbers of Asterank. */
  ASTERANK(
      "Shoemaker & Helin 1978, change of plane counted twice by Asterank",
      "Asterank's closeness, its own scale; -1 where it computes none",
      "Asterank's own percentages and prices; wrong by up to a million times",
      "Asterank: price x closeness / delta-v, no cost in it",
      "Value, profit, mass and access. as published by Asterank, known errors included.",
      "Profit: Asterank's, without any cost in it.") {
    @Override
    DeltaVOutcome deltaV(double a, double e, double inclinationDeg) {
      return AsterankDeltaV.rendezvous(a, e, inclinationDeg);
    }
  };

  private final String deltaVSource;
  private final String accessibility;
  private final String value;
  private final String profit;
  private final String footnote;
  private final String profitFootnote;

  ModelRemarks(
      String deltaVSource,
      String accessibility,
      String value,
      String profit,
      String footnote,
      String profitFootnote) {
    this.deltaVSource = deltaVSource;
    this.accessibility = accessibility;
    this.value = value;
    this.profit = profit;
    this.footnote = footnote;
    this.profitFootnote = profitFootnote;
  }

  static ModelRemarks of(String model) {
    return model.equals(AsterankModel.NAME) ? ASTERANK : ASSAY;
  }

  /** The delta-v by the model, with all that follows from it. */
  abstract DeltaVOutcome deltaV(double a, double e, double inclinationDeg);

  String deltaVSource() {
    return deltaVSource;
  }

  String accessibility() {
    return accessibility;
  }

  String value() {
    return value;
  }

  String profit() {
    return profit;
  }

  /** What stands below a table of values. */
  String footnote() {
    return footnote;
  }

  /** What stands below a table of profits besides. */
  String profitFootnote() {
    return profitFootnote;
  }
}
