package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.application.refresh.TimeLimit;
import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.BlockReader;
import dev.assay.application.source.RowBlock;
import dev.assay.application.source.SmallBodyTables;
import dev.assay.application.step.SbdbDownloads.Download;
import dev.assay.ports.Downloader;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Fetches a whole answer of JPL's SBDB Query API in pages, one request at a time.
 *
 * <p>One answer of all bodies is cut short by the service, with status 200; pages are not. A page
 * is kept only when it is complete: closing brace, count, and as many rows as it must have. The
 * service has no snapshots, so a count that moves between two pages starts the download again.
 * Complete pages outlive a failure: the next attempt goes on after the last of them.
 */
final class SbdbPages {

  /** About 5 MB, which the service sends in a few seconds. */
  static final int PAGE_ROWS = 20_000;

  private static final int MOST_ATTEMPTS = 3;
  private static final int MOST_PAGES = 1000;

  private final Downloader downloader;
  private final ObjectStore store;
  private final Clock clock;
  private final Progress progress;
  private final TimeLimit limit;
  private final int pageRows;

  SbdbPages(
      Downloader downloader,
      ObjectStore store,
      Clock clock,
      Progress progress,
      TimeLimit limit,
      int pageRows) {
    this.downloader = downloader;
    this.store = store;
    this.clock = clock;
    this.progress = progress;
    this.limit = limit;
    this.pageRows = pageRows;
  }

  /** The count on a page is not that of the pages before; it leaves the store as it was. */
  private static final class CountMoved extends RuntimeException {}

  /**
   * What is there after a call.
   *
   * @param keys of all pages, in order
   * @param left how many of them could not be fetched in the time there was
   */
  record Fetched(List<String> keys, int left) {}

  /** Fetches what is missing, as far as there is time, but one page at least. */
  Fetched fetch(URI address, boolean offline) {
    SbdbQuery query = new SbdbQuery(address);
    SbdbDownloads downloads = new SbdbDownloads(store, query);
    if (offline) {
      Download complete = downloads.complete().orElseThrow(() -> neverDownloaded(query));
      return new Fetched(downloads.keys(complete), 0);
    }
    return fetchAll(query, downloads);
  }

  private static PortException neverDownloaded(SbdbQuery query) {
    return PortException.permanent(
        query.name() + " was never downloaded; run once without --offline, or name a file");
  }

  private Fetched fetchAll(SbdbQuery query, SbdbDownloads downloads) {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Download> begun =
          downloads.last().filter(d -> d.isResumable(clock.instant(), pageRows));
      Download download = begun.isPresent() ? begun.get() : begin(query, downloads);
      try {
        return fetchMissing(query, downloads, download);
      } catch (CountMoved moved) {
        downloads.discard(download);
      }
    }
    throw PortException.temporary(
        query.name()
            + ": the number of bodies changed during each of "
            + MOST_ATTEMPTS
            + " downloads");
  }

  /** Fetches the first page, which tells how many bodies there are. */
  private Download begin(SbdbQuery query, SbdbDownloads downloads) {
    int number = downloads.nextNumber();
    long count =
        fetchPage(query.page(0, pageRows), downloads.key(number, 0), 0, OptionalLong.empty());
    Download begun = new Download(number, clock.instant(), count, false, false, pageRows);
    downloads.record(begun);
    return begun;
  }

  private Fetched fetchMissing(SbdbQuery query, SbdbDownloads downloads, Download download) {
    List<String> keys = downloads.keys(download);
    if (keys.size() > MOST_PAGES) {
      throw PortException.permanent(
          query.name() + " has more than " + (long) MOST_PAGES * pageRows + " rows");
    }
    boolean fetched = false;
    for (int page = 0; page < keys.size(); page++) {
      if (store.stat(keys.get(page)).isEmpty()) {
        if (fetched && !limit.hasTime()) {
          return new Fetched(keys, keys.size() - page);
        }
        fetchPage(
            query.page(page, pageRows), keys.get(page), page, OptionalLong.of(download.count()));
        fetched = true;
      }
      long done = Math.min((long) (page + 1) * pageRows, download.count());
      progress.advanced("bodies fetched", done, download.count());
    }
    if (!download.complete()) {
      downloads.record(download.completed());
    }
    return new Fetched(keys, 0);
  }

  /** Fetches and keeps one page, and returns the count that it states. */
  private long fetchPage(URI location, String key, int page, OptionalLong known) {
    if (!(downloader.fetch(location, null) instanceof Content content)) {
      throw PortException.permanent(
          Sources.name(location) + " answered a question that was not asked");
    }
    long[] count = new long[1];
    String name = Sources.name(location) + ", page " + (page + 1);
    try (content) {
      store.put(
          key,
          ObjectStore.Condition.ALWAYS,
          out -> count[0] = copyComplete(content, out, name, page, known));
    } catch (IOException e) {
      throw PortException.temporary(name + " could not be read to its end", e);
    }
    return count[0];
  }

  /** Copies a page while reading it, and refuses it unless it is complete. */
  private long copyComplete(
      Content content, OutputStream out, String name, int page, OptionalLong known)
      throws IOException {
    try (BlockReader rows =
        SmallBodyTables.open(new CopyingInputStream(content.body(), out), name)) {
      long found = countRows(rows, known);
      long count =
          rows.declaredCount()
              .orElseThrow(() -> PortException.temporary(name + " states no count"));
      long expected = Math.max(0, Math.min(pageRows, count - (long) page * pageRows));
      if (found != expected) {
        throw PortException.temporary(name + ": " + found + " rows instead of " + expected);
      }
      return count;
    } catch (BadSourceException e) {
      if (e.isOtherFormat()) {
        throw e;
      }
      // The service has cut answers short with status 200: another attempt may get all of it.
      throw PortException.temporary(String.valueOf(e.getMessage()), e);
    }
  }

  /** Counts the rows; a page is not bad if what it should hold has moved. */
  private static long countRows(BlockReader rows, OptionalLong known) {
    try {
      long found = 0;
      for (RowBlock block = rows.next(); block != null; block = rows.next()) {
        found += block.read(found, row -> {});
      }
      rows.requireComplete(found);
      requireSameCount(rows, known);
      return found;
    } catch (BadSourceException e) {
      requireSameCount(rows, known);
      throw e;
    }
  }

  private static void requireSameCount(BlockReader rows, OptionalLong known) {
    if (known.isPresent() && rows.declaredCount().orElse(known.getAsLong()) != known.getAsLong()) {
      throw new CountMoved();
    }
  }
}
