package dev.assay.cli;

import dev.assay.domain.asterank.AsterankModel;

/** What is said below a table about numbers that each model defines in its own way. */
enum ModelRemarks {
  /** Assay's own model, and any that is not known here. */
  ASSAY(
      "Value: gross, in situ, at prices on Earth; nobody can recover all of it.",
      "Profit: net present value of one reference mission, US dollars; negative: it loses money."
          + " The least is lost where\nthe least equipment arrives; what is closest to paying comes"
          + " first with --by break-even."),
  /** The published numbers of Asterank. */
  ASTERANK(
      "Value, profit, mass and access. as published by Asterank, known errors included.",
      "Profit: Asterank's, without any cost in it.");

  private final String footnote;
  private final String profitFootnote;

  ModelRemarks(String footnote, String profitFootnote) {
    this.footnote = footnote;
    this.profitFootnote = profitFootnote;
  }

  static ModelRemarks of(String model) {
    return model.equals(AsterankModel.NAME) ? ASTERANK : ASSAY;
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
