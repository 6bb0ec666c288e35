package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.RowReader;
import dev.assay.application.source.SmallBodyTables;
import dev.assay.application.source.SourceRow;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the parts of small-body tables in order and checks that each table is complete. */
final class PartReader {

  /** How many rows pass between two reports of progress. */
  private static final int PROGRESS_ROWS = 8192;

  private final Sources sources;
  private final ObjectStore store;
  private final ValuingPipeline pipeline;
  private final Progress progress;
  private long rowsRead;

  PartReader(Sources sources, ObjectStore store, ValuingPipeline pipeline, Progress progress) {
    this.sources = sources;
    this.store = store;
    this.pipeline = pipeline;
    this.progress = progress;
  }

  List<SourceReport> readAll(List<SmallBodyPart> parts) {
    List<SourceReport> reports = new ArrayList<>();
    TableCount table = new TableCount();
    for (int source = 0; source < parts.size(); source++) {
      SmallBodyPart part = parts.get(source);
      if (source > 0 && parts.get(source - 1).group() != part.group()) {
        table.requireComplete();
        table = new TableCount();
      }
      reports.add(read(part, source, table));
    }
    table.requireComplete();
    return reports;
  }

  private SourceReport read(SmallBodyPart part, int source, TableCount table) {
    pipeline.begin(part.name(), source);
    try (InputStream in = open(part);
        RowReader rows = SmallBodyTables.open(in, part.name())) {
      long found = 0;
      for (SourceRow row = rows.next(); row != null; row = rows.next()) {
        pipeline.add(row);
        found++;
        if (++rowsRead % PROGRESS_ROWS == 0) {
          progress.advanced("bodies valued", rowsRead, -1);
        }
      }
      table.add(part.name(), found, rows.declaredCount());
    } catch (BadSourceException e) {
      forgetCopy(part);
      throw e;
    } catch (IOException e) {
      throw PortException.temporary(part.name() + " could not be closed", e);
    }
    return pipeline.end();
  }

  /** Else it would be taken for current as long as the source stays the same. */
  private void forgetCopy(SmallBodyPart part) {
    String key = part.key();
    if (key != null) {
      store.delete(key);
    }
  }

  private InputStream open(SmallBodyPart part) {
    String location = part.location();
    if (location != null) {
      return sources.openDirectly(URI.create(location));
    }
    String key = String.valueOf(part.key());
    return store
        .open(key)
        .orElseThrow(() -> PortException.permanent(key + " is gone; refresh again"));
  }

  /** Adds up the rows of one table over its pages, and holds them against its count. */
  private static final class TableCount {
    private @Nullable String first;
    private long rows;
    private OptionalLong declared = OptionalLong.empty();

    void add(String name, long found, OptionalLong count) {
      if (first == null) {
        first = name;
        declared = count;
      } else if (!declared.equals(count)) {
        throw new BadSourceException(
            name,
            "belongs to another download than "
                + first
                + ": their counts differ; fetch all pages again");
      }
      rows += found;
    }

    void requireComplete() {
      if (first != null && declared.isPresent() && declared.getAsLong() != rows) {
        throw new BadSourceException(
            first,
            "says that "
                + declared.getAsLong()
                + " bodies match its query, but holds "
                + rows
                + "; give all of its pages as a directory, or ask for all rows");
      }
    }
  }
}
