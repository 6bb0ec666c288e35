package dev.assay.application.source;

import java.io.Closeable;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Divides one table into blocks of whole rows, in constant memory. Finding where rows end is a
 * small part of the work: what takes time is left to whoever reads the blocks, which several
 * threads may do at once. Not thread-safe itself.
 */
public interface BlockReader extends Closeable {

  /**
   * The next rows.
   *
   * @return a block, which may turn out to hold no row; null after the last one
   * @throws BadSourceException if the table is cut, malformed or not a table at all
   * @throws dev.assay.ports.PortException if the bytes cannot be read
   */
  @Nullable RowBlock next();

  /**
   * How many rows the source says match its query, which may be spread over several pages.
   *
   * @return the count, known at the latest after the last block; empty where the format has none
   */
  OptionalLong declaredCount();

  /**
   * Holds the table against the number of rows that its blocks had.
   *
   * @param rows how many there were in all blocks
   * @throws BadSourceException if a complete table cannot have so many
   */
  void requireComplete(long rows);
}
