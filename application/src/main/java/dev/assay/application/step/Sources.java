package dev.assay.application.step;

import dev.assay.application.source.BadSourceException;
import dev.assay.ports.Downloader;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.Download;
import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Opens sources. What comes over a network is kept with its validators, so that a later run, or one
 * after a failure, does not fetch it again while it is the same; files are read where they lie.
 */
final class Sources {

  private static final String KEPT = "downloads/";
  private static final int HASH_LENGTH = 24;

  private final Downloader downloader;
  private final ObjectStore store;
  private final RunObjects objects;

  Sources(Downloader downloader, ObjectStore store) {
    this.downloader = downloader;
    this.store = store;
    this.objects = new RunObjects(store);
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

  /** A short name for a source that can stand in a key. */
  static String hash(URI source) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(source.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads a source with a reader; a copy that turns out to be bad is not kept.
   *
   * @param read takes the content, which is closed afterwards
   */
  <T> T read(URI source, boolean offline, Function<InputStream, T> read) {
    boolean remote = isRemote(source);
    try (InputStream content =
        remote ? openKept(source, fetch(source, offline)) : openDirectly(source)) {
      return read.apply(content);
    } catch (BadSourceException e) {
      if (remote) {
        forget(source);
      }
      throw e;
    } catch (IOException e) {
      throw PortException.temporary(name(source) + " could not be closed", e);
    }
  }

  private InputStream openKept(URI source, String key) {
    return store
        .open(key)
        .orElseThrow(() -> PortException.temporary("the copy of " + name(source) + " is gone"));
  }

  /** Opens a file, or a stored object where the location was made by {@link #fetch}. */
  InputStream openDirectly(URI source) {
    if (downloader.fetch(source, null) instanceof Content content) {
      return content.body();
    }
    throw PortException.permanent(name(source) + " answered a question that was not asked");
  }

  /**
   * Fetches a source that a run can do without.
   *
   * @return why it cannot be had, or empty if it can be read from now on without a network
   */
  Optional<String> unavailable(URI source, boolean offline) {
    if (isRemote(source)) {
      try {
        fetch(source, offline);
      } catch (PortException e) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
    }
    return Optional.empty();
  }

  /** Makes sure that a current copy of a remote source is kept, and returns its key. */
  String fetch(URI source, boolean offline) {
    String key = KEPT + hash(source) + "/content";
    boolean held = store.stat(key).isPresent();
    if (offline) {
      if (!held) {
        throw PortException.permanent(
            name(source) + " was never downloaded; run once without --offline, or name a file");
      }
      return key;
    }
    Download answer = downloader.fetch(source, held ? validators(source) : null);
    if (answer instanceof Content content) {
      keep(source, key, content);
    }
    return key;
  }

  private void keep(URI source, String key, Content content) {
    // Without validators in between: a crash must not leave new ones beside old content.
    store.delete(validatorsKey(source));
    try (content) {
      store.put(key, ObjectStore.Condition.ALWAYS, content.body()::transferTo);
    } catch (IOException e) {
      throw PortException.temporary(name(source) + " could not be read to its end", e);
    }
    objects.writeKey(
        validatorsKey(source), Validators.class, sink -> sink.accept(content.validators()));
  }

  private Validators validators(URI source) {
    List<Validators> found = new ArrayList<>();
    objects.readKey(validatorsKey(source), Validators.class, found::add);
    return found.isEmpty() ? Validators.NONE : found.get(0);
  }

  private void forget(URI source) {
    store.delete(validatorsKey(source));
    store.delete(KEPT + hash(source) + "/content");
  }

  private static String validatorsKey(URI source) {
    return KEPT + hash(source) + "/validators.json";
  }
}
