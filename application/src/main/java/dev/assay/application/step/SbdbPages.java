package dev.assay.application.step;

import dev.assay.application.refresh.Progress;
import dev.assay.application.source.BadSourceException;
import dev.assay.application.source.RowReader;
import dev.assay.application.source.SmallBodyField;
import dev.assay.application.source.SmallBodyTables;
import dev.assay.ports.Downloader;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** Pages of a download that was broken off longer ago than this no longer fit together. */
  private static final Duration RESUMABLE = Duration.ofHours(12);

  private static final int MOST_RESTARTS = 3;
  private static final int MOST_PAGES = 1000;

  private final Downloader downloader;
  private final ObjectStore store;
  private final RunObjects objects;
  private final Clock clock;
  private final Progress progress;
  private final int pageRows;

  SbdbPages(Downloader downloader, ObjectStore store, Clock clock, Progress progress) {
    this(downloader, store, clock, progress, PAGE_ROWS);
  }

  SbdbPages(
      Downloader downloader, ObjectStore store, Clock clock, Progress progress, int pageRows) {
    this.downloader = downloader;
    this.store = store;
    this.objects = new RunObjects(store);
    this.clock = clock;
    this.progress = progress;
    this.pageRows = pageRows;
  }

  /**
   * How far a download is.
   *
   * @param startedAt when its first page was fetched
   * @param count how many bodies match the query
   * @param complete whether every page is there
   */
  record Session(Instant startedAt, long count, boolean complete) {}

  /** The count on a page is not that of the pages before; it leaves the store as it was. */
  private static final class CountMoved extends RuntimeException {}

  /** Whether a query asks for a part of the answer by itself, so that it must not be paged. */
  static boolean isOnePage(URI query) {
    String parameters = "&" + String.valueOf(query.getRawQuery());
    return parameters.contains("&limit=");
  }

  /** Fetches what is missing, and returns the keys of all pages in order. */
  List<String> fetch(URI query, boolean offline) {
    Optional<Session> session = session(query);
    if (offline) {
      return session
          .filter(Session::complete)
          .map(complete -> keys(query, complete.count()))
          .orElseThrow(
              () ->
                  PortException.permanent(
                      Sources.name(query)
                          + " was never downloaded; run once without --offline, or name a file"));
    }
    boolean resumable =
        session.isPresent() && session.get().startedAt().plus(RESUMABLE).isAfter(clock.instant());
    if (!resumable) {
      start(query);
    }
    for (int restart = 0; restart < MOST_RESTARTS; restart++) {
      try {
        return keys(query, fetchMissing(query));
      } catch (CountMoved moved) {
        start(query);
      }
    }
    throw PortException.temporary(
        Sources.name(query)
            + ": the number of bodies changed during each of "
            + MOST_RESTARTS
            + " downloads");
  }

  /** Fetches pages until all are there, and returns how many bodies they hold. */
  private long fetchMissing(URI query) {
    Session known = session(query).orElse(null);
    for (int page = 0; page < MOST_PAGES; page++) {
      if (known != null && (long) page * pageRows >= known.count()) {
        write(query, new Session(known.startedAt(), known.count(), true));
        return known.count();
      }
      if (known == null) {
        known = new Session(clock.instant(), fetchPage(query, page, null), false);
        write(query, known);
      } else if (store.stat(key(query, page)).isEmpty()) {
        fetchPage(query, page, known);
      }
      long done = Math.min((long) (page + 1) * pageRows, known.count());
      progress.advanced("bodies fetched", done, known.count());
    }
    throw PortException.permanent(
        Sources.name(query) + " has more than " + (long) MOST_PAGES * pageRows + " rows");
  }

  private long fetchPage(URI query, int page, @Nullable Session known) {
    URI location = location(query, page);
    long[] count = new long[1];
    if (!(downloader.fetch(location, null) instanceof Content content)) {
      throw PortException.permanent(
          Sources.name(location) + " answered a question that was not asked");
    }
    try (content) {
      store.put(
          key(query, page),
          ObjectStore.Condition.ALWAYS,
          out -> count[0] = copyComplete(content, out, location, page, known));
    } catch (IOException e) {
      throw PortException.temporary(Sources.name(location) + " could not be read to its end", e);
    }
    return count[0];
  }

  /** Copies a page while reading it, and refuses it unless it is complete. */
  private long copyComplete(
      Content content, OutputStream out, URI location, int page, @Nullable Session known)
      throws IOException {
    String name = Sources.name(location) + ", page " + (page + 1);
    try (RowReader rows = SmallBodyTables.open(new CopyingInputStream(content.body(), out), name)) {
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
      // The service has cut answers short with status 200: another attempt may get all of it.
      throw PortException.temporary(String.valueOf(e.getMessage()), e);
    }
  }

  /** Counts the rows; a page is not bad if what it should hold has moved. */
  private static long countRows(RowReader rows, @Nullable Session known) {
    try {
      long found = 0;
      while (rows.next() != null) {
        found++;
      }
      requireSameCount(rows, known);
      return found;
    } catch (BadSourceException e) {
      requireSameCount(rows, known);
      throw e;
    }
  }

  private static void requireSameCount(RowReader rows, @Nullable Session known) {
    if (known != null && rows.declaredCount().orElse(known.count()) != known.count()) {
      throw new CountMoved();
    }
  }

  private URI location(URI query, int page) {
    String given = query.getRawQuery();
    List<String> parameters = new ArrayList<>();
    if (given != null) {
      parameters.add(given);
    }
    addUnlessGiven(parameters, given, "fields", String.join(",", SmallBodyField.columns()));
    addUnlessGiven(parameters, given, "full-prec", "true");
    addUnlessGiven(parameters, given, "sort", "spkid");
    parameters.add("limit=" + pageRows);
    parameters.add("limit-from=" + (long) page * pageRows);
    String base = query.toString().split("[?#]", 2)[0];
    return URI.create(base + "?" + String.join("&", parameters));
  }

  private static void addUnlessGiven(
      List<String> parameters, @Nullable String given, String name, String value) {
    if (!("&" + given).contains("&" + name + "=")) {
      parameters.add(name + "=" + value);
    }
  }

  /** Deletes what there is; the session first, since without it the pages count for nothing. */
  private void start(URI query) {
    store.delete(sessionKey(query));
    store.list(folder(query)).forEach(object -> store.delete(object.key()));
  }

  /** Lets the next download begin anew, now that a run has used this one. */
  void release(URI query) {
    session(query)
        .filter(Session::complete)
        .ifPresent(used -> write(query, new Session(Instant.EPOCH, used.count(), true)));
  }

  private Optional<Session> session(URI query) {
    List<Session> found = new ArrayList<>();
    objects.readKey(sessionKey(query), Session.class, found::add);
    return found.stream().findFirst();
  }

  private void write(URI query, Session session) {
    objects.writeKey(sessionKey(query), Session.class, sink -> sink.accept(session));
  }

  private List<String> keys(URI query, long count) {
    List<String> keys = new ArrayList<>();
    for (int page = 0; (long) page * pageRows < count; page++) {
      keys.add(key(query, page));
    }
    return keys;
  }

  private static String sessionKey(URI query) {
    return folder(query) + "session.json";
  }

  private static String key(URI query, int page) {
    return folder(query) + String.format(Locale.ROOT, "page-%05d.json", page);
  }

  private static String folder(URI query) {
    return "small-bodies/" + Sources.hash(query) + "/";
  }
}
