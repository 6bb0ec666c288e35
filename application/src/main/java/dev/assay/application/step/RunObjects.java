package dev.assay.application.step;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the steps of a run leave for each other in the object store: arrays of records as JSON. */
final class RunObjects {

  static final String EXOPLANETS = "exoplanets.json";
  static final String SMALL_BODIES = "small-bodies.json";

  private static final String RUNS = "runs/";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private final ObjectStore store;

  RunObjects(ObjectStore store) {
    this.store = store;
  }

  /** Writes the elements of an array one after the other. */
  interface Elements<T> {
    void writeTo(Consumer<T> sink);
  }

  <T> void write(GenerationId run, String name, Class<T> type, Elements<T> elements) {
    writeKey(key(run, name), type, elements);
  }

  <T> void writeKey(String key, Class<T> type, Elements<T> elements) {
    store.put(
        key,
        ObjectStore.Condition.ALWAYS,
        out -> {
          try (SequenceWriter writer = JSON.writerFor(type).writeValuesAsArray(out)) {
            elements.writeTo(element -> write(writer, element));
          }
        });
  }

  private static <T> void write(SequenceWriter writer, T element) {
    try {
      writer.write(element);
    } catch (IOException e) {
      throw PortException.temporary("an intermediate result could not be written", e);
    }
  }

  /** Hands out the elements of an array, if it is there. */
  <T> boolean read(GenerationId run, String name, Class<T> type, Consumer<T> sink) {
    return readKey(key(run, name), type, sink);
  }

  <T> boolean readKey(String key, Class<T> type, Consumer<T> sink) {
    Optional<InputStream> content = store.open(key);
    if (content.isEmpty()) {
      return false;
    }
    try (InputStream in = content.get();
        MappingIterator<T> elements = JSON.readerFor(type).readValues(in)) {
      while (elements.hasNextValue()) {
        sink.accept(elements.nextValue());
      }
      return true;
    } catch (IOException e) {
      throw PortException.permanent("the intermediate result " + key + " cannot be read", e);
    }
  }

  /** Deletes what runs other than these left. */
  void keepOnly(Set<GenerationId> runs) {
    keepOnly(RUNS, runs);
  }

  /** Deletes what lies below a root, each run's in a folder of its own, except for these runs. */
  void keepOnly(String root, Set<GenerationId> runs) {
    for (ObjectStore.StoredObject object : store.list(root)) {
      String run = object.key().substring(root.length()).split("/", 2)[0];
      if (runs.stream().noneMatch(kept -> kept.value().equals(run))) {
        store.delete(object.key());
      }
    }
  }

  static String key(GenerationId run, String name) {
    return RUNS + run + "/" + name;
  }
}
