package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.RowReader;
import dev.assay.application.source.SmallBodyTables;
import dev.assay.application.source.SourceRow;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Reads parts of small-body tables row by row. */
final class PartReader {

  /** How many rows pass between two reports of progress. */
  private static final int PROGRESS_ROWS = 8192;

  private final Sources sources;
  private final ObjectStore store;
  private final Progress progress;
  private final TimeLimit limit;
  private final AtomicLong rowsRead = new AtomicLong();

  PartReader(Sources sources, ObjectStore store, Progress progress, TimeLimit limit) {
    this.sources = sources;
    this.store = store;
    this.progress = progress;
    this.limit = limit;
  }

  /** Puts every row into the pipeline, and returns the count that the part states. */
  OptionalLong read(SmallBodyPart part, ValuingPipeline pipeline) {
    try (InputStream in = open(part);
        RowReader rows = SmallBodyTables.open(in, part.name())) {
      for (SourceRow row = rows.next(); row != null; row = rows.next()) {
        pipeline.add(row);
        if (rowsRead.incrementAndGet() % PROGRESS_ROWS == 0) {
          goOn(part);
        }
      }
      return rows.declaredCount();
    } catch (BadSourceException e) {
      forgetCopy(store, part);
      throw e;
    } catch (IOException e) {
      throw PortException.temporary(part.name() + " could not be closed", e);
    }
  }

  private void goOn(SmallBodyPart part) {
    progress.advanced("bodies valued", rowsRead.get(), -1);
    if (!limit.hasTime()) {
      throw PortException.permanent(
          part.name()
              + " takes longer to parse than one call may; give it more time, or divide the table"
              + " into pages");
    }
  }

  /** Else it would be taken for current as long as the source stays the same. */
  static void forgetCopy(ObjectStore store, SmallBodyPart part) {
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
}
