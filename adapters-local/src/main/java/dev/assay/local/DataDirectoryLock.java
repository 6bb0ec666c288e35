package dev.assay.local;

import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data directory to one writing process. The operating system gives the lock back when the
 * process ends, however it ends; the file stays and means nothing by itself.
 */
public final class DataDirectoryLock implements AutoCloseable {

  private static final String FILE = "lock";

  /** Beyond the process id, which others may read while the lock is held on any system. */
  private static final long LOCKED_BYTE = 1_000_000;

  private static final int LONGEST_ID = 20;

  private final Path directory;
  private final FileChannel channel;

  private DataDirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param directory the data directory; made if it is not there
   * @return the lock, held until it is closed
   * @throws PortException permanent if another process holds it, which the message names, or the
   *     directory cannot be written
   */
  public static DataDirectoryLock acquire(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      WholeFile.createDirectories(directory);
      return acquire(directory, open(file));
    } catch (IOException e) {
      throw FileTrouble.of("lock", file, e);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static DataDirectoryLock acquire(Path directory, FileChannel channel) throws IOException {
    boolean held = false;
    try {
      if (tryLock(channel) == null) {
        throw PortException.permanent(
            FileTrouble.oneLine(
                "data directory "
                    + directory
                    + " is in use by process "
                    + holder(channel)
                    + "; wait until it has ended, or use another data directory"));
      }
      writeId(channel);
      held = true;
      return new DataDirectoryLock(directory, channel);
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void writeId(FileChannel channel) throws IOException {
    String id = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0);
    WholeFile.writeFully(channel, StandardCharsets.US_ASCII.encode(id + "\n"));
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer id = ByteBuffer.allocate(LONGEST_ID);
    channel.read(id, 0);
    String text = StandardCharsets.US_ASCII.decode(id.flip()).toString().strip();
    return text.isEmpty() ? "(unknown)" : text;
  }

  /**
   * What is locked.
   *
   * @return the data directory
   */
  public Path directory() {
    return directory;
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileTrouble.of("unlock", directory, e);
    }
  }
}
