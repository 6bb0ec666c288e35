package dev.assay.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that appear as a whole, or not at all, and are on the disk when the writer returns. */
final class WholeFile {

  private static final String UNFINISHED = ".unfinished";

  private WholeFile() {}

  /** Writes a file, or replaces it, by way of another one in the same directory. */
  static void write(Path target, byte[] content) throws IOException {
    Path directory = directoryOf(target);
    createDirectories(directory);
    // A name that does not change, so that a killed process leaves one file at most behind.
    Path unfinished = target.resolveSibling("." + target.getFileName() + UNFINISHED);
    writeDurably(unfinished, content, StandardOpenOption.CREATE);
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    syncDirectory(directory);
  }

  /** Writes a file with a name nobody else uses. */
  static Path writeUnfinished(Path directory, byte[] content) throws IOException {
    createDirectories(directory);
    Path unfinished = directory.resolve(UUID.randomUUID() + UNFINISHED);
    writeDurably(unfinished, content, StandardOpenOption.CREATE_NEW);
    return unfinished;
  }

  private static void writeDurably(Path file, byte[] content, StandardOpenOption creation)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, creation)) {
      writeFully(channel, ByteBuffer.wrap(content));
      channel.force(true);
    }
  }

  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** Makes sure that a directory is there; unlike the JDK's, also behind a symbolic link. */
  static void createDirectories(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
    }
  }

  /**
   * Puts the names in a directory on the disk. Not every system can (Windows cannot open a
   * directory), and what the files hold is safe without, so failure is no trouble.
   */
  static void syncDirectory(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Best effort, as said above.
    }
  }

  static Path directoryOf(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is not a file in a directory");
    }
    return parent;
  }
}
