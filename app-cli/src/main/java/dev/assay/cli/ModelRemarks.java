package dev.assay.cli;

import dev.assay.domain.asterank.AsterankModel;

/** What is said below a table about numbers that each model defines in its own way. */
enum ModelRemarks {
  /** Assay's own model, and any that is not known here. */
  ASSAY("Value: gross, in situ, at prices on Earth; nobody can recover all of it."),
  /** The published numbers of Asterank. */
  ASTERANK("Value, profit, mass and access. as published by Asterank, known errors included.");

  private final String footnote;

  ModelRemarks(String footnote) {
    this.footnote = footnote;
  }

  static ModelRemarks of(String model) {
    return model.equals(AsterankModel.NAME) ? ASTERANK : ASSAY;
  }

  /** What stands below a table of values. */
  String footnote() {
    return footnote;
  }
}
