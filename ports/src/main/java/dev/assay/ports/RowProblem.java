package dev.assay.ports;

/**
 * What was wrong with one row, or with one field of it.
 *
 * @param row number of the row, counted from 1 over the data rows of its source
 * @param field name of the field, or empty if the whole row is meant
 * @param value the offending text, shortened to at most 60 characters, control characters removed
 * @param reason what is wrong with it, in a few words
 * @param consequence what became of the row
 */
public record RowProblem(
    long row, String field, String value, String reason, Consequence consequence) {

  /** What a problem led to. */
  public enum Consequence {
    /** The row was not taken. */
    ROW_REJECTED,
    /** The row was taken with this field unknown. */
    FIELD_IGNORED
  }

  RowProblem after(long rowsBefore) {
    return new RowProblem(rowsBefore + row, field, value, reason, consequence);
  }
}
