package dev.assay.ports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Keeps named objects: downloads, intermediate results, records of runs.
 *
 * <p>A key is 1 to 512 characters of {@code a-z A-Z 0-9 . _ - /}, in segments of 1 to 255
 * characters of which none is "." or ".."; any other is refused with an {@link
 * IllegalArgumentException} that names it. No key is the directory of another: while "a/b" exists,
 * a store may refuse "a" with a permanent {@link PortException}, and the other way round.
 *
 * <p>Implementations are thread-safe, and a writer never waits for another to finish. A reader sees
 * an object as a whole or not at all: it appears, or is replaced, only when its writer has
 * finished.
 */
public interface ObjectStore {

  /** Writes the content of an object. */
  @FunctionalInterface
  interface ContentWriter {

    /**
     * Writes everything; the stream is closed by the store, closing it earlier does no harm.
     *
     * @param out where to
     * @throws IOException if writing fails; then the object stays as it was
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** When an object may be written. */
  enum Condition {
    /** Create or replace. */
    ALWAYS,
    /** Only if no object has this key yet; of several writers at once, one wins. */
    IF_ABSENT
  }

  /**
   * What is known of an object without opening it.
   *
   * @param key its key
   * @param bytes its length
   * @param etag identifies this content; a changed content has another one
   */
  record StoredObject(String key, long bytes, String etag) {}

  /**
   * Stores an object, streaming.
   *
   * @param key where
   * @param condition whether an existing object may be replaced
   * @param content writes it; an exception from it leaves the store as it was and is passed on, an
   *     {@link IOException} as a {@link PortException}
   * @return what was stored, or empty if the condition did not hold, whether or not the content was
   *     asked for
   * @throws PortException if the store cannot be written
   */
  Optional<StoredObject> put(String key, Condition condition, ContentWriter content);

  /**
   * Opens an object for reading; the caller closes the stream.
   *
   * @param key which
   * @return its content as it is now, whatever is written meanwhile; or empty if there is none
   * @throws PortException if the store cannot be read
   */
  Optional<InputStream> open(String key);

  /**
   * Looks at an object.
   *
   * @param key which
   * @return what is known of it, or empty if there is none
   * @throws PortException if the store cannot be read
   */
  Optional<StoredObject> stat(String key);

  /**
   * Lists objects.
   *
   * @param prefix the beginning of the keys wanted, any text; empty for all
   * @return all of them, ordered by key (by characters)
   * @throws PortException if the store cannot be read
   */
  List<StoredObject> list(String prefix);

  /**
   * Deletes an object; nothing happens if there is none.
   *
   * @param key which
   * @throws PortException if the store cannot be written
   */
  void delete(String key);
}
