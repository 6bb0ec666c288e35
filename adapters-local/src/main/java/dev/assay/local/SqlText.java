package dev.assay.local;

/** Texts as parts of a statement, for the few places that take no parameter. */
final class SqlText {

  private SqlText() {}

  /** A text as an expression whose value it is. */
  static String literal(String text) {
    // The end of a statement, for the engine, wherever it stands.
    return "'" + text.replace("'", "''").replace("\0", "' || chr(0) || '") + "'";
  }
}
