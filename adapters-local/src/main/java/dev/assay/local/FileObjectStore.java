package dev.assay.local;

import dev.assay.ports.ObjectStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Objects as files: the key is the path below a directory.
 *
 * <p>An object is written beside the others, put on the disk, and then moved to its place, so it
 * survives a power failure once {@code put} has returned, and a full disk leaves the old one. What
 * a killed process had begun stays in the directory "~tmp", which no key can name, until {@link
 * #removeLeftovers}.
 *
 * <p>Limits: "a" cannot be beside "a/b"; keys that differ in case only are the same object on file
 * systems that take them for the same name; {@code IF_ABSENT} needs hard links; an entity tag is
 * made of time and length, and tells contents apart as finely as the file system keeps time. There
 * must be one store for a directory in a process.
 */
public final class FileObjectStore implements ObjectStore {

  private static final String TEMPORARY = "~tmp";

  private final Path root;
  private final ObjectPaths paths;
  private final ObjectPlaces places;

  /**
   * Opens a store.
   *
   * @param directory where its objects are; made by the first {@code put}
   */
  public FileObjectStore(Path directory) {
    root = directory.toAbsolutePath();
    paths = new ObjectPaths(root);
    places = new ObjectPlaces(root, paths);
  }

  /**
   * Removes what killed processes have left behind.
   *
   * @param lock shows that no other process writes here, for its unfinished objects would go too
   */
  public void removeLeftovers(DataDirectoryLock lock) {
    Path temporary = root.resolve(TEMPORARY);
    if (!root.startsWith(lock.directory().toAbsolutePath())) {
      throw new IllegalArgumentException(root + " is not in " + lock.directory());
    }
    try {
      for (Path leftover : Directories.files(temporary)) {
        Files.deleteIfExists(leftover);
      }
    } catch (IOException e) {
      throw FileTrouble.of("clean up", temporary, e);
    }
  }

  @Override
  public Optional<StoredObject> put(String key, Condition condition, ContentWriter content) {
    Path target = paths.file(key);
    try {
      if (condition == Condition.IF_ABSENT && find(target).isPresent()) {
        return Optional.empty();
      }
      try (UnfinishedObject unfinished = new UnfinishedObject(root.resolve(TEMPORARY))) {
        BasicFileAttributes written = unfinished.write(target, content);
        return places.occupy(target, unfinished.file(), condition)
            ? Optional.of(stored(key, written))
            : Optional.empty();
      }
    } catch (IOException e) {
      throw FileTrouble.of("write", target, e);
    }
  }

  @Override
  public Optional<InputStream> open(String key) {
    Path file = paths.file(key);
    try {
      return find(file).isEmpty()
          ? Optional.empty()
          : Optional.of(
              new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }

  @Override
  public Optional<StoredObject> stat(String key) {
    Path file = paths.file(key);
    try {
      return find(file).map(found -> stored(key, found));
    } catch (IOException e) {
      throw FileTrouble.of("look at", file, e);
    }
  }

  @Override
  public List<StoredObject> list(String prefix) {
    try {
      // The directory itself may be a symbolic link, which walking through files would not follow.
      Path real = Files.exists(root) ? root.toRealPath() : root;
      return new ObjectListing(real, prefix).list();
    } catch (IOException e) {
      throw FileTrouble.of("list", root, e);
    }
  }

  @Override
  public void delete(String key) {
    Path file = paths.file(key);
    try {
      places.clear(file);
    } catch (IOException e) {
      throw FileTrouble.of("delete", file, e);
    }
  }

  private Optional<BasicFileAttributes> find(Path file) throws IOException {
    return Optional.ofNullable(paths.look(file)).filter(BasicFileAttributes::isRegularFile);
  }

  static StoredObject stored(String key, BasicFileAttributes file) {
    long modified = file.lastModifiedTime().to(TimeUnit.MICROSECONDS);
    String etag = "\"" + Long.toHexString(modified) + "-" + Long.toHexString(file.size()) + "\"";
    return new StoredObject(key, file.size(), etag);
  }
}
