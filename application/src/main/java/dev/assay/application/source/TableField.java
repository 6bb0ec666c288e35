package dev.assay.application.source;

/** A field of a table: an enum constant whose ordinal is its place in a row. */
interface TableField {

  String column();

  int ordinal();

  default boolean in(Columns columns) {
    return columns.has(ordinal());
  }
}
