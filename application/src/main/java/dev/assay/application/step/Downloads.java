package dev.assay.application.step;

import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.ContentWriter;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The copies of remote sources that are kept, one for each address: its content, and beside it the
 * validators and the time at which it was last known to be current.
 */
final class Downloads {

  private static final String ROOT = "downloads/";
  private static final int HASH_LENGTH = 24;

  private final ObjectStore store;
  private final RunObjects objects;
  private final Clock clock;

  Downloads(ObjectStore store, Clock clock) {
    this.store = store;
    this.objects = new RunObjects(store);
    this.clock = clock;
  }

  /**
   * What is known of a copy.
   *
   * @param etag entity tag; null if none
   * @param lastModified the Last-Modified date; null if none
   * @param currentAt when it was fetched or confirmed; null in copies of earlier versions
   */
  private record Note(
      @Nullable String etag, @Nullable String lastModified, @Nullable Instant currentAt) {

    private static final Note NONE = new Note(null, null, null);

    Note(Validators validators, @Nullable Instant currentAt) {
      this(validators.etag(), validators.lastModified(), currentAt);
    }

    Validators validators() {
      return new Validators(etag, lastModified);
    }
  }

  /** A short name for an address that can stand in a key. */
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

  /** Where the content of a copy is kept. */
  static String key(URI source) {
    return ROOT + hash(source) + "/content";
  }

  private static String noteKey(URI source) {
    return ROOT + hash(source) + "/validators.json";
  }

  boolean holds(URI source) {
    return store.stat(key(source)).isPresent();
  }

  Optional<InputStream> open(URI source) {
    return store.open(key(source));
  }

  Validators validators(URI source) {
    return note(source).validators();
  }

  /** The copy and its age in words, such as "the copy that was current 3 days ago". */
  String copyWithAge(URI source) {
    Instant currentAt = note(source).currentAt();
    return currentAt == null
        ? "a copy of unknown age"
        : "the copy that was current " + ago(Duration.between(currentAt, clock.instant()));
  }

  private static String ago(Duration age) {
    if (age.toHours() < 1) {
      return "less than an hour ago";
    }
    return age.toDays() < 2 ? plural(age.toHours(), "hour") : plural(age.toDays(), "day");
  }

  private static String plural(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s") + " ago";
  }

  /** Replaces the copy; if the writer of the content fails, the old content stays. */
  void replace(URI source, Validators validators, ContentWriter content) {
    if (holds(source)) {
      // Without validators in between: a crash must not leave old ones beside new content.
      write(source, new Note(Validators.NONE, note(source).currentAt()));
    }
    store.put(key(source), Condition.ALWAYS, content);
    write(source, new Note(validators, clock.instant()));
  }

  /** Notes that the copy is current now. */
  void confirm(URI source) {
    write(source, new Note(validators(source), clock.instant()));
  }

  void forget(URI source) {
    store.delete(noteKey(source));
    store.delete(key(source));
  }

  private void write(URI source, Note note) {
    objects.writeKey(noteKey(source), Note.class, sink -> sink.accept(note));
  }

  private Note note(URI source) {
    List<Note> found = new ArrayList<>();
    objects.readKey(noteKey(source), Note.class, found::add);
    return found.isEmpty() ? Note.NONE : found.get(0);
  }
}
