package dev.assay.local;

import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Puts objects in their places and takes them away, one at a time, so that nobody removes a
 * directory as empty just before an object is put into it.
 */
final class ObjectPlaces {

  private final Path root;
  private final ObjectPaths paths;

  ObjectPlaces(Path root, ObjectPaths paths) {
    this.root = root;
    this.paths = paths;
  }

  /**
   * Puts a finished file in its place.
   *
   * @return false if the place was taken and the condition says to leave it so
   */
  boolean occupy(Path place, Path finished, Condition condition) throws IOException {
    Path directory = WholeFile.directoryOf(place);
    synchronized (this) {
      BasicFileAttributes before = paths.look(place);
      if (before != null && !before.isRegularFile()) {
        throw PortException.permanent(
            "cannot write " + place + ": there are other objects below it; use another key");
      }
      WholeFile.createDirectories(directory);
      if (condition == Condition.ALWAYS) {
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
      } else if (!link(place, finished)) {
        return false;
      }
    }
    WholeFile.syncDirectory(directory);
    return true;
  }

  /** Gives a file its place unless that is taken, also between processes. */
  private static boolean link(Path place, Path finished) throws IOException {
    try {
      Files.createLink(place, finished);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      throw new IOException("the file system has no hard links; use another directory", e);
    }
  }

  /** Takes an object away if it is there, and the directories that are empty then. */
  synchronized void clear(Path place) throws IOException {
    BasicFileAttributes object = paths.look(place);
    if (object != null && object.isRegularFile()) {
      Files.deleteIfExists(place);
      removeEmpty(WholeFile.directoryOf(place));
    }
  }

  private void removeEmpty(Path directory) throws IOException {
    try {
      for (Path path = directory; !path.equals(root); path = WholeFile.directoryOf(path)) {
        Files.deleteIfExists(path);
      }
    } catch (DirectoryNotEmptyException e) {
      // There are other objects in it.
    }
  }
}
