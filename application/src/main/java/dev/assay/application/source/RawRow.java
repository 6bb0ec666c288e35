package dev.assay.application.source;

import org.jspecify.annotations.Nullable;

/**
 * One row of a table as text.
 *
 * @param number counted from 1 over the data rows of its source
 * @param values one text per field the reader was asked for, in the order of their declaration
 *     ({@link SmallBodyField} for a small-body table); null where the source has no such column or
 *     the cell is null or blank. Not copied: whoever makes the row hands it over.
 */
@SuppressWarnings("ArrayRecordComponent") // one row per body: a copy or a map would double its cost
public record RawRow(long number, @Nullable String[] values) implements SourceRow {

  /**
   * The text of a field.
   *
   * @param field which
   * @return its text without outer blanks, or null if it is not known
   */
  public @Nullable String get(SmallBodyField field) {
    return values[field.ordinal()];
  }
}
