package dev.assay.application.source;

/** Bounds far beyond any published table, so that a broken one cannot fill the memory. */
final class Limits {

  /** Characters in one cell. */
  static final int CELL = 65_536;

  /** Columns of one table; JPL has about 80, the Exoplanet Archive about 700. */
  static final int COLUMNS = 2000;

  private Limits() {}
}
