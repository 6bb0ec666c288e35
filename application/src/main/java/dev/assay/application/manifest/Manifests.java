package dev.assay.application.manifest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The manifests of generations in the object store: for each part of a run an object with two
 * numbers of 64 bits, big-endian, for every row that was accepted, in order: the key of the body
 * and the hash of its content. A manifest tells of all rows of its run, whatever of them was sent.
 */
public final class Manifests {

  /** Bytes of a row: a key and a hash. */
  static final int ROW_BYTES = 16;

  private static final String ROOT = "manifests/";
  private static final String HEAD = "head.json";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ObjectStore store;

  /**
   * Opens the manifests.
   *
   * @param store where they are
   */
  public Manifests(ObjectStore store) {
    this.store = store;
  }

  /** Hears of the rows of a manifest. */
  @FunctionalInterface
  public interface RowSink {

    /**
     * A row.
     *
     * @param part number of its part
     * @param key of the body
     * @param content hash of its content
     */
    void row(int part, long key, long content);
  }

  /** Writes the rows of a part. */
  @FunctionalInterface
  public interface PartWriting {

    /**
     * Writes all rows.
     *
     * @param writer takes them
     */
    void to(ManifestWriter writer);
  }

  /**
   * Writes a part, in place of what an earlier attempt wrote; if the writing ends with an exception
   * nothing changes.
   *
   * @param generation which manifest
   * @param part number of the part
   * @param rows writes its rows
   */
  public void write(GenerationId generation, int part, PartWriting rows) {
    store.put(
        key(generation, part),
        Condition.ALWAYS,
        out -> {
          try {
            ManifestWriter writer = new ManifestWriter(out);
            rows.to(writer);
            writer.flush();
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  /**
   * Completes a manifest.
   *
   * @param generation which
   * @param head what it is about
   */
  public void complete(GenerationId generation, ManifestHead head) {
    store.put(
        ROOT + generation + "/" + HEAD,
        Condition.ALWAYS,
        out -> out.write(JSON.writeValueAsBytes(head)));
  }

  /**
   * The head of a manifest.
   *
   * @param generation which
   * @return empty unless the manifest is whole and of a form that is known here
   */
  public Optional<ManifestHead> head(GenerationId generation) {
    Optional<InputStream> found = store.open(ROOT + generation + "/" + HEAD);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      ManifestHead head = JSON.readValue(in, ManifestHead.class);
      return Optional.of(head).filter(ManifestHead::isReadable).filter(isWhole(generation));
    } catch (IOException e) {
      // Not ours, or not whole: it is as good as none.
      return Optional.empty();
    }
  }

  private Predicate<ManifestHead> isWhole(GenerationId generation) {
    return head -> rows(generation, head.parts()).filter(rows -> rows == head.rows()).isPresent();
  }

  /**
   * How many rows a manifest has.
   *
   * @param generation which
   * @param parts number of its parts
   * @return empty if one of the parts is missing or damaged
   */
  public Optional<Long> rows(GenerationId generation, int parts) {
    Map<String, Long> lengths =
        store.list(ROOT + generation + "/").stream()
            .collect(Collectors.toMap(StoredObject::key, StoredObject::bytes));
    long rows = 0;
    for (int part = 0; part < parts; part++) {
      Long bytes = lengths.get(key(generation, part));
      if (bytes == null || bytes % ROW_BYTES != 0) {
        return Optional.empty();
      }
      rows += bytes / ROW_BYTES;
    }
    return Optional.of(rows);
  }

  /**
   * Reads the rows of a manifest, part by part.
   *
   * @param generation which
   * @param parts number of its parts
   * @param sink hears of them in order
   */
  public void read(GenerationId generation, int parts, RowSink sink) {
    for (int part = 0; part < parts; part++) {
      String key = key(generation, part);
      try (InputStream in =
          store
              .open(key)
              .orElseThrow(() -> PortException.permanent(key + " is gone; refresh again"))) {
        ManifestReader.read(in, part, sink);
      } catch (IOException e) {
        throw PortException.temporary(key + " could not be read to its end", e);
      }
    }
  }

  /**
   * Deletes the manifests of all other generations.
   *
   * @param generations whose are kept
   */
  public void keepOnly(Set<GenerationId> generations) {
    for (StoredObject object : store.list(ROOT)) {
      String owner = object.key().substring(ROOT.length()).split("/", 2)[0];
      if (generations.stream().noneMatch(kept -> kept.value().equals(owner))) {
        store.delete(object.key());
      }
    }
  }

  private static String key(GenerationId generation, int part) {
    return ROOT + generation + "/" + String.format(Locale.ROOT, "%05d", part);
  }
}
