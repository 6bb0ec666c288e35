package dev.assay.application.source;

import java.io.Closeable;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one table, one at a time, in constant memory. Not thread-safe. */
public interface RowReader extends Closeable {

  /**
   * The next row, readable or not.
   *
   * @return the row, or null after the last one of a table that was complete
   * @throws BadSourceException if the table is cut, malformed or not a table at all
   * @throws dev.assay.ports.PortException if the bytes cannot be read
   */
  @Nullable SourceRow next();

  /**
   * How many rows the source says match its query, which may be spread over several pages.
   *
   * @return the count, known at the latest after the last row; empty where the format has none
   */
  OptionalLong declaredCount();
}
