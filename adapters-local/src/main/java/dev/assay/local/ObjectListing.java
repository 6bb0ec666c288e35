package dev.assay.local;

import dev.assay.ports.ObjectStore.StoredObject;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the objects whose keys begin with a prefix. */
final class ObjectListing extends SimpleFileVisitor<Path> {

  private final Path root;
  private final ObjectPaths paths;
  private final String prefix;
  private final List<StoredObject> found = new ArrayList<>();

  ObjectListing(Path root, String prefix) {
    this.root = root;
    this.paths = new ObjectPaths(root);
    this.prefix = prefix;
  }

  /** All of them, in order. */
  List<StoredObject> list() throws IOException {
    String directory = prefix.substring(0, Math.max(0, prefix.lastIndexOf('/')));
    boolean everywhere = prefix.indexOf('/') < 0;
    paths.requireNoFileAbove();
    if (!everywhere && !ObjectPaths.isKey(directory)) {
      return List.of();
    }
    Path start = everywhere ? root : paths.file(directory);
    if (everywhere || paths.look(start) != null) {
      Files.walkFileTree(start, this);
    }
    found.sort(Comparator.comparing(StoredObject::key));
    return found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    return directory.equals(root) || ObjectPaths.isKey(paths.key(directory))
        ? FileVisitResult.CONTINUE
        : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String key = paths.key(file);
    if (attributes.isRegularFile() && key.startsWith(prefix) && ObjectPaths.isKey(key)) {
      found.add(FileObjectStore.stored(key, attributes));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      // Deleted since its directory was read, or a store without objects.
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
      throws IOException {
    if (e != null && !(e instanceof NoSuchFileException)) {
      throw e;
    }
    return FileVisitResult.CONTINUE;
  }
}
