package dev.assay.local;

import dev.assay.ports.ObjectStore.ContentWriter;
import dev.assay.ports.PortException;
import java.io.BufferedOutputStream;
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

  /**
   * Writes the content and puts it on the disk.
   *
   * @param target where it will be
   */
  BasicFileAttributes write(Path target, ContentWriter content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Sink sink =
          new Sink(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
      write(target, content, sink);
      sink.flush();
      stamp();
      channel.force(true);
    }
    return Files.readAttributes(file, BasicFileAttributes.class);
  }

  /** Tells trouble with what is read from trouble with what is written. */
  private static void write(Path target, ContentWriter content, Sink sink) throws IOException {
    try {
      content.writeTo(sink);
    } catch (IOException e) {
      if (sink.failed) {
        throw e;
      }
      throw PortException.temporary(
          FileTrouble.oneLine("the content of " + target + " could not be had: " + e), e);
    }
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

  /** Stays open when the writer closes it, while the file is still needed. */
  private static final class Sink extends OutputStream {
    private final OutputStream out;
    private boolean failed;

    Sink(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      failed = true;
      out.write(b);
      failed = false;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      failed = true;
      out.write(bytes, offset, length);
      failed = false;
    }

    @Override
    public void flush() throws IOException {
      failed = true;
      out.flush();
      failed = false;
    }
  }
}
