package dev.assay.application.step;

import dev.assay.ports.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The downloads of one query that are kept: the last complete one, and one that is under way. The
 * complete one is deleted only when the next is complete too, so that it can serve while the
 * service cannot.
 */
final class SbdbDownloads {

  /** Pages of a download that began longer ago than this do not fit those fetched now. */
  private static final Duration RESUMABLE = Duration.ofHours(12);

  private final ObjectStore store;
  private final RunObjects objects;
  private final String folder;

  SbdbDownloads(ObjectStore store, SbdbQuery query) {
    this.store = store;
    this.objects = new RunObjects(store);
    this.folder = "small-bodies/" + Downloads.hash(query.address()) + "/";
  }

  /**
   * One download.
   *
   * @param number tells it from the one before
   * @param startedAt when its first page was fetched
   * @param count how many bodies match the query
   * @param complete whether every page is there
   * @param used whether a run has loaded it, so that the next one fetches anew
   * @param pageRows rows of each page but the last; 0 in records of old, which had the default
   */
  record Download(
      int number, Instant startedAt, long count, boolean complete, boolean used, int pageRows) {

    Download {
      pageRows = pageRows == 0 ? SbdbPages.PAGE_ROWS : pageRows;
    }

    /** Pages of another size do not fit those that would be fetched now. */
    boolean isResumable(Instant now, int rows) {
      return !used && pageRows == rows && startedAt.plus(RESUMABLE).isAfter(now);
    }

    Download completed() {
      return new Download(number, startedAt, count, true, used, pageRows);
    }

    Download afterUse() {
      return new Download(number, startedAt, count, complete, true, pageRows);
    }
  }

  /** The last download that is complete. */
  Optional<Download> complete() {
    return load().stream().filter(Download::complete).reduce((first, second) -> second);
  }

  /** The last download, complete or not. */
  Optional<Download> last() {
    return load().stream().reduce((first, second) -> second);
  }

  /** The number that the next download takes; pages that one broken off left under it go first. */
  int nextNumber() {
    int number = last().map(Download::number).orElse(0) + 1;
    store.list(pageFolder(number)).forEach(page -> store.delete(page.key()));
    return number;
  }

  /** Puts a download on record as the last one; when it is complete, it replaces all others. */
  void record(Download download) {
    List<Download> kept = new ArrayList<>(load());
    kept.removeIf(other -> other.number() == download.number() || !other.complete());
    if (download.complete()) {
      kept.clear();
    }
    kept.add(download);
    keepOnly(kept);
  }

  /** Strikes a download that turned out to be of no use. */
  void discard(Download download) {
    List<Download> kept = new ArrayList<>(load());
    kept.removeIf(other -> other.number() == download.number());
    keepOnly(kept);
  }

  /** The record first: pages that it does not name count for nothing, and go sooner or later. */
  private void keepOnly(List<Download> kept) {
    objects.writeKey(recordKey(), Download.class, kept::forEach);
    for (ObjectStore.StoredObject object : store.list(folder)) {
      boolean needed =
          object.key().equals(recordKey())
              || kept.stream().anyMatch(d -> object.key().startsWith(pageFolder(d.number())));
      if (!needed) {
        store.delete(object.key());
      }
    }
  }

  private List<Download> load() {
    List<Download> downloads = new ArrayList<>();
    objects.readKey(recordKey(), Download.class, downloads::add);
    return downloads;
  }

  /** The key of a page. */
  String key(int number, int page) {
    return pageFolder(number) + String.format(Locale.ROOT, "page-%05d.json", page);
  }

  /** The keys of all pages of a download, in order. */
  List<String> keys(Download download) {
    List<String> keys = new ArrayList<>();
    for (int page = 0; (long) page * download.pageRows() < download.count(); page++) {
      keys.add(key(download.number(), page));
    }
    return keys;
  }

  private String recordKey() {
    return folder + "downloads.json";
  }

  private String pageFolder(int number) {
    return folder + number + "/";
  }

  /** Lets the next run fetch anew, now that a run has loaded what this query gave. */
  static void release(ObjectStore store, URI address) {
    SbdbDownloads downloads = new SbdbDownloads(store, new SbdbQuery(address));
    downloads
        .last()
        .filter(Download::complete)
        .map(Download::afterUse)
        .ifPresent(downloads::record);
  }
}
