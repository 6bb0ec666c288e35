package dev.assay.application.source;

import java.util.function.Consumer;

/** Some rows of a table that follow one another. Any thread may read them, any number of times. */
public interface RowBlock {

  /**
   * Takes the rows apart, in order.
   *
   * @param rowsBefore how many rows of the table come before this block, as far as that is known:
   *     they count in the numbers of rows and in messages
   * @param rows takes each row; a {@link TextRow} is used again for the next one
   * @return how many there were
   * @throws BadSourceException if the rows cannot be told apart
   */
  long read(long rowsBefore, Consumer<SourceRow> rows);
}
