package dev.assay.local;

import dev.assay.ports.ObjectStore.ContentWriter;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The file of an object on its way into the store; gone when it is closed. */
final class UnfinishedObject implements AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  /** When the last object was written, in microseconds. */
  private static final AtomicLong LAST = new AtomicLong();

  private final Path file;

  UnfinishedObject(Path directory) throws IOException {
    WholeFile.createDirectories(directory);
    file = directory.resolve(UUID.randomUUID().toString());
  }

  Path file() {
    return file;
  }

  /** Writes the content and puts it on the disk. */
  BasicFileAttributes write(ContentWriter content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
      content.writeTo(new StaysOpen(out));
      out.flush();
      stamp();
      channel.force(true);
    }
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  /**
   * Gives the file a time of its own. Systems keep time in steps of milliseconds, in which several
   * objects of one length may be written: their entity tags must differ all the same.
   */
  private void stamp() throws IOException {
    long now = Files.getLastModifiedTime(file).to(TimeUnit.MICROSECONDS);
    long own = LAST.updateAndGet(last -> Math.max(now, last + 1));
    Files.setLastModifiedTime(file, FileTime.from(own, TimeUnit.MICROSECONDS));
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Lets a writer close the stream while the file is still needed. */
  private static final class StaysOpen extends FilterOutputStream {
    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
