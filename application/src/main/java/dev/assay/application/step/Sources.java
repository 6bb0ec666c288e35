package dev.assay.application.step;

import dev.assay.application.source.BadSourceException;
import dev.assay.ports.Downloader;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.Download;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.ContentWriter;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens sources. What comes over a network is kept with its validators, so that a later run, or one
 * after a failure, does not fetch it again while it is the same, and has it when the source is
 * unavailable; files are read where they lie.
 */
final class Sources {

  /** How often a source is read whose content breaks off. */
  private static final int MOST_READS = 3;

  private final Downloader downloader;
  private final Downloads downloads;

  Sources(Downloader downloader, ObjectStore store, Clock clock) {
    this.downloader = downloader;
    this.downloads = new Downloads(store, clock);
  }

  /**
   * What a source that a run can do without came to.
   *
   * @param content as it was read
   * @param trouble why it is that of an older copy, and how old that is; null if it is current, or
   *     copies were asked for
   */
  record Reading<T>(T content, @Nullable String trouble) {

    /** What to tell of it. */
    List<String> warnings(String what) {
      return trouble == null ? List.of() : List.of(what + ": " + trouble);
    }
  }

  static boolean isRemote(URI source) {
    String scheme = String.valueOf(source.getScheme()).toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("http");
  }

  /** What to call a source in reports and messages: without the parameters of a query. */
  static String name(URI source) {
    if (isRemote(source)) {
      return source.toString().split("[?#]", 2)[0];
    }
    return "file".equals(source.getScheme()) ? Path.of(source).toString() : source.toString();
  }

  /** Opens a file, or a stored object. */
  static InputStream openDirectly(Downloader downloader, URI source) {
    if (downloader.fetch(source, null) instanceof Content content) {
      return content.body();
    }
    throw PortException.permanent(name(source) + " answered a question that was not asked");
  }

  /**
   * Reads a source that a run can do without. While a remote one is unavailable the copy of it is
   * read. Only content that was read to its end replaces the copy.
   *
   * @param read takes the content, which is closed afterwards; is called again if it breaks off
   * @throws SourceUnavailableException if it is remote, and neither it nor a copy can be had
   * @throws PortException if its address may not be asked, or the store fails
   */
  <T> Reading<T> read(URI source, boolean offline, Function<InputStream, T> read) {
    if (!isRemote(source)) {
      return new Reading<>(closing(source, openDirectly(downloader, source), read), null);
    }
    if (offline) {
      if (!downloads.holds(source)) {
        throw new SourceUnavailableException(neverDownloaded(source));
      }
      return new Reading<>(readInstead(source, read, ""), null);
    }
    try {
      return new Reading<>(readCurrent(source, read), null);
    } catch (SourceUnavailableException e) {
      if (!downloads.holds(source)) {
        throw e;
      }
      return new Reading<>(
          readInstead(source, read, e.reason() + "; "),
          e.reason() + "; used " + downloads.copyWithAge(source));
    }
  }

  private <T> T readCurrent(URI source, Function<InputStream, T> read) {
    for (int reads = 1; reads < MOST_READS; reads++) {
      try {
        return readOnce(source, read);
      } catch (SourceUnavailableException e) {
        if (!e.isBrokenOff()) {
          throw e;
        }
      }
    }
    return readOnce(source, read);
  }

  private <T> T readOnce(URI source, Function<InputStream, T> read) {
    if (ask(source) instanceof Content content) {
      return readNew(source, content, read);
    }
    downloads.confirm(source);
    try {
      return readCopy(source, read);
    } catch (BadSourceException e) {
      // Else it would be taken for current as long as the source stays the same.
      downloads.forget(source);
      throw e;
    }
  }

  private Download ask(URI source) {
    boolean held = downloads.holds(source);
    try {
      return downloader.fetch(source, held ? downloads.validators(source) : null);
    } catch (PortException e) {
      if (e.isWrongInput()) {
        throw e;
      }
      throw new SourceUnavailableException(e.getMessage(), e);
    }
  }

  /** Reads new content while it is copied: what is refused is not kept. */
  private <T> T readNew(URI source, Content content, Function<InputStream, T> read) {
    InputStream body = new SourceBody(content.body());
    List<T> result = new ArrayList<>();
    keep(source, content, out -> result.add(read.apply(new CopyingInputStream(body, out))));
    return result.get(0);
  }

  /** Reads the copy where the source is not asked, or unavailable; a damaged one is no help. */
  private <T> T readInstead(URI source, Function<InputStream, T> read, String before) {
    try {
      return readCopy(source, read);
    } catch (BadSourceException e) {
      throw new SourceUnavailableException(
          before + "the copy cannot be used: " + e.getMessage(), e);
    }
  }

  private <T> T readCopy(URI source, Function<InputStream, T> read) {
    InputStream copy =
        downloads
            .open(source)
            .orElseThrow(() -> PortException.temporary("the copy of " + name(source) + " is gone"));
    return closing(source, copy, read);
  }

  private static <T> T closing(URI source, InputStream content, Function<InputStream, T> read) {
    try (content) {
      return read.apply(content);
    } catch (IOException e) {
      throw PortException.temporary(name(source) + " could not be closed", e);
    }
  }

  private static String neverDownloaded(URI source) {
    return name(source) + " was never downloaded; run once without --offline, or name a file";
  }

  /** Makes sure that a current copy of a remote source is kept, and returns its key. */
  String fetch(URI source, boolean offline) {
    boolean held = downloads.holds(source);
    if (offline && !held) {
      throw PortException.permanent(neverDownloaded(source));
    }
    if (!offline) {
      Download answer = downloader.fetch(source, held ? downloads.validators(source) : null);
      if (answer instanceof Content content) {
        keep(source, content, content.body()::transferTo);
      }
    }
    return Downloads.key(source);
  }

  private void keep(URI source, Content content, ContentWriter writer) {
    try (content) {
      downloads.replace(source, content.validators(), writer);
    } catch (IOException e) {
      throw PortException.temporary(name(source) + " could not be read to its end", e);
    }
  }
}
