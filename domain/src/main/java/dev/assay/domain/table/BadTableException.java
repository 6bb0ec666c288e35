package dev.assay.domain.table;

/** A data table that cannot be used. The message is one line: which table, where, what is wrong. */
public final class BadTableException extends RuntimeException {

  /**
   * Refuses a table.
   *
   * @param table its name
   * @param problem what is wrong, and in which line
   */
  public BadTableException(String table, String problem) {
    super(table + ": " + problem);
  }
}
