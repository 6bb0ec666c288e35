package dev.assay.local;

import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the objects of a {@link FileObjectStore} are: the key is the path below the root. */
final class ObjectPaths {

  private static final String SEGMENT = "(?!\\.{1,2}(?:/|\\z))[A-Za-z0-9._-]{1,255}";
  private static final Pattern KEY = Pattern.compile(SEGMENT + "(?:/" + SEGMENT + ")*");
  private static final int LONGEST_KEY = 512;

  private final Path root;

  ObjectPaths(Path root) {
    this.root = root;
  }

  static boolean isKey(String text) {
    return text.length() <= LONGEST_KEY && KEY.matcher(text).matches();
  }

  /** The file of a key, whether or not it exists. */
  Path file(String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException("not an object key: '" + key + "'");
    }
    return root.resolve(key);
  }

  /** The key of a file below the root. */
  String key(Path file) {
    StringJoiner key = new StringJoiner("/");
    root.relativize(file).forEach(name -> key.add(name.toString()));
    return key.toString();
  }

  /**
   * Looks at the file or directory of a key. No part of the way there may be a symbolic link, which
   * might lead out of the store.
   *
   * @return null if there is none
   */
  @Nullable BasicFileAttributes look(Path file) throws IOException {
    Path path = root;
    BasicFileAttributes found = null;
    requireNoFileAbove();
    for (Path name : root.relativize(file)) {
      if (found != null && !found.isDirectory()) {
        return null;
      }
      path = path.resolve(name);
      found = attributes(path);
      if (found == null) {
        return null;
      }
      if (found.isSymbolicLink()) {
        throw PortException.permanent(
            path + " is a symbolic link; put the file or directory itself in its place");
      }
    }
    return found;
  }

  /**
   * A store that cannot exist is trouble, not empty. Newer JDKs (JDK 25, not 17) say of a path
   * below a file no more than that there is none.
   */
  void requireNoFileAbove() throws IOException {
    for (Path above = root; above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        if (!Files.isDirectory(above)) {
          throw new NotDirectoryException(above.toString());
        }
        return;
      }
    }
  }

  private static @Nullable BasicFileAttributes attributes(Path path) throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
