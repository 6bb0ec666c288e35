package dev.assay.ports.memory;

import dev.assay.ports.ObjectStore;
import dev.assay.ports.PortException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Objects in memory. Refuses "a" beside "a/b", so that tests find who relies on both. */
public final class InMemoryObjectStore implements ObjectStore {

  private static final String SEGMENT = "(?!\\.{1,2}(?:/|\\z))[A-Za-z0-9._-]{1,255}";
  private static final Pattern KEY = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*");
  private static final int LONGEST_KEY = 512;

  private final NavigableMap<String, Kept> objects = new TreeMap<>();
  private long written;

  private static final class Kept {
    private final StoredObject stored;
    private final byte[] content;

    Kept(StoredObject stored, byte[] content) {
      this.stored = stored;
      this.content = content;
    }
  }

  @Override
  public Optional<StoredObject> put(String key, Condition condition, ContentWriter content) {
    check(key);
    ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    try {
      content.writeTo(buffer);
    } catch (IOException e) {
      throw PortException.temporary("object " + key + " was not written: " + e.getMessage(), e);
    }
    return keep(key, condition, buffer.toByteArray());
  }

  private synchronized Optional<StoredObject> keep(
      String key, Condition condition, byte[] content) {
    if (condition == Condition.IF_ABSENT && objects.containsKey(key)) {
      return Optional.empty();
    }
    for (String other : objects.keySet()) {
      if (other.startsWith(key + "/") || key.startsWith(other + "/")) {
        throw PortException.permanent("object " + key + " cannot be beside " + other);
      }
    }
    StoredObject stored = new StoredObject(key, content.length, "\"" + ++written + "\"");
    objects.put(key, new Kept(stored, content));
    return Optional.of(stored);
  }

  @Override
  public synchronized Optional<InputStream> open(String key) {
    check(key);
    return Optional.ofNullable(objects.get(key))
        .map(kept -> new ByteArrayInputStream(kept.content));
  }

  @Override
  public synchronized Optional<StoredObject> stat(String key) {
    check(key);
    return Optional.ofNullable(objects.get(key)).map(kept -> kept.stored);
  }

  @Override
  public synchronized List<StoredObject> list(String prefix) {
    return objects.values().stream()
        .map(kept -> kept.stored)
        .filter(stored -> stored.key().startsWith(prefix))
        .toList();
  }

  @Override
  public synchronized void delete(String key) {
    check(key);
    objects.remove(key);
  }

  private static void check(String key) {
    if (key.length() > LONGEST_KEY || !KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("not an object key: '" + key + "'");
    }
  }
}
