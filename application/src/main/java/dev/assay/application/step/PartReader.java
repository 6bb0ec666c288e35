package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.BlockReader;
import dev.assay.application.source.RowBlock;
import dev.assay.application.source.SmallBodyTables;
import dev.assay.ports.Downloader;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Reads parts of small-body tables, a block of rows at a time. */
final class PartReader {

  private final Downloader downloader;
  private final ObjectStore store;
  private final Progress progress;
  private final TimeLimit limit;
  private final AtomicLong rowsBefore = new AtomicLong();

  PartReader(Downloader downloader, ObjectStore store, Progress progress, TimeLimit limit) {
    this.downloader = downloader;
    this.store = store;
    this.progress = progress;
    this.limit = limit;
  }

  /** Puts every row through the pipeline, and returns the count that the part states. */
  OptionalLong read(SmallBodyPart part, ValuingPipeline pipeline) {
    try (InputStream in = open(part);
        BlockReader table = SmallBodyTables.open(in, part.name())) {
      RowBlock block = table.next();
      while (block != null) {
        pipeline.add(block);
        tell(pipeline);
        block = table.next();
        if (block != null) {
          requireTime(part);
        }
      }
      pipeline.end();
      table.requireComplete(pipeline.rows());
      rowsBefore.addAndGet(pipeline.rows());
      return table.declaredCount();
    } catch (BadSourceException e) {
      forgetCopy(store, part);
      throw e;
    } catch (IOException e) {
      throw PortException.temporary(part.name() + " could not be closed", e);
    }
  }

  private void tell(ValuingPipeline pipeline) {
    progress.advanced("bodies valued", rowsBefore.get() + pipeline.rows(), -1);
  }

  private void requireTime(SmallBodyPart part) {
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
      return Sources.openDirectly(downloader, URI.create(location));
    }
    String key = String.valueOf(part.key());
    return store
        .open(key)
        .orElseThrow(() -> PortException.permanent(key + " is gone; refresh again"));
  }
}
