package dev.assay.local;

import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The chunks of one run in a file, a line each, only ever added to. What is in the file is kept in
 * memory and only what was added since is read, be it by this process or another. Not thread-safe.
 */
final class ChunkLog {

  private final GenerationId generation;
  private final Path file;
  private ChunkBook book;
  private long bytesRead;

  ChunkLog(GenerationId generation, Path file) {
    this.generation = generation;
    this.file = file;
    this.book = new ChunkBook(generation);
  }

  void add(ChunkLine line) throws IOException {
    WholeFile.createDirectories(WholeFile.directoryOf(file));
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      // Against other processes, until the channel is closed.
      channel.lock();
      readOn(channel);
      if (line.note(book)) {
        append(channel, line);
      }
    }
  }

  /** Writes a line behind the last whole one, over what a killed process had begun. */
  private void append(FileChannel channel, ChunkLine line) throws IOException {
    ByteBuffer bytes = StandardCharsets.US_ASCII.encode(line.text() + "\n");
    long end = bytesRead + bytes.remaining();
    try {
      if (channel.size() > bytesRead) {
        channel.truncate(bytesRead);
      }
      channel.position(bytesRead);
      WholeFile.writeFully(channel, bytes);
    } catch (IOException e) {
      // What is noted in memory only must not count: next time all is read anew.
      forget();
      throw e;
    }
    bytesRead = end;
  }

  /** All that is noted by now. */
  ChunkBook book() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      readOn(channel);
    } catch (NoSuchFileException e) {
      forget();
    }
    return book;
  }

  private void forget() {
    book = new ChunkBook(generation);
    bytesRead = 0;
  }

  /** Reads the whole lines added since the last time; the rest of the file may be cut off. */
  private void readOn(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < bytesRead) {
      // Forgotten by another process, which has begun again.
      forget();
    }
    if (size > bytesRead) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(size - bytesRead));
      while (bytes.hasRemaining() && channel.read(bytes, bytesRead + bytes.position()) >= 0) {
        // Until all is read.
      }
      note(StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString());
    }
  }

  private void note(String added) {
    int start = 0;
    for (int end = added.indexOf('\n'); end >= 0; end = added.indexOf('\n', start)) {
      String line = added.substring(start, end);
      ChunkLine.parse(line).orElseThrow(() -> damaged()).note(book);
      start = end + 1;
      bytesRead += line.length() + 1;
    }
  }

  private PortException damaged() {
    return PortException.permanent(
        FileTrouble.oneLine(
            "ledger "
                + file
                + " is damaged at byte "
                + bytesRead
                + "; start the run anew, and check the disk"));
  }
}
