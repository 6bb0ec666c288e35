package dev.assay.application.step;

import dev.assay.application.source.BadSourceException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up the rows of one table over its parts, and holds them against the count it states. */
final class TableCount {

  private final ParsedPart first;
  private long rows;

  /**
   * Begins a table.
   *
   * @param first its first part, counted at once
   */
  TableCount(ParsedPart first) {
    this.first = first;
    this.rows = first.report().read();
  }

  boolean contains(ParsedPart part) {
    return part.group() == first.group();
  }

  void add(ParsedPart part) {
    if (!Objects.equals(first.declared(), part.declared())) {
      throw new BadSourceException(
          part.name(),
          "belongs to another download than "
              + first.name()
              + ": their counts differ; fetch all pages again");
    }
    rows += part.report().read();
  }

  void requireComplete() {
    @Nullable Long declared = first.declared();
    if (declared != null && declared != rows) {
      throw new BadSourceException(
          first.name(),
          "says that "
              + declared
              + " bodies match its query, but holds "
              + rows
              + "; give all of its pages as a directory, or ask for all rows");
    }
  }
}
