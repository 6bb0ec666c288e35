package dev.assay.ports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What the parts of {@link ObjectStoreContract} share. */
abstract class ObjectStoreSuite {

  /** The store under test, empty when the test begins, and the same throughout. */
  abstract ObjectStore store();

  final Optional<StoredObject> putIfAbsent(String key, String text) {
    return store().put(key, Condition.IF_ABSENT, out -> out.write(text.getBytes(UTF_8)));
  }

  final StoredObject put(String key, String text) {
    return store().put(key, Condition.ALWAYS, out -> out.write(text.getBytes(UTF_8))).orElseThrow();
  }

  final Optional<String> text(String key) {
    return store().open(key).map(ObjectStoreSuite::readText);
  }

  final List<String> keys(String prefix) {
    return store().list(prefix).stream().map(StoredObject::key).toList();
  }

  static String readText(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
