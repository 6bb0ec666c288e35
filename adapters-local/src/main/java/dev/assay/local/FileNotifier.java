package dev.assay.local;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.ports.Notifier;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/**
 * Tells by a line on the console and one of JSON in a file. A file that has grown long gets the
 * suffix ".old", in place of the one before, and a new one is begun.
 */
public final class FileNotifier implements Notifier {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final Path file;
  private final long longestFile;
  private final Appendable console;
  private final Clock clock;

  /**
   * Makes a notifier.
   *
   * @param file where to add lines
   * @param longestFile beyond how many bytes a new file is begun
   * @param console where to print lines
   * @param clock tells when
   */
  public FileNotifier(Path file, long longestFile, Appendable console, Clock clock) {
    this.file = file;
    this.longestFile = longestFile;
    this.console = console;
    this.clock = clock;
  }

  @Override
  public synchronized void notify(Notification notification) {
    try {
      append(json(notification) + "\n");
      console.append(notification.subject()).append(System.lineSeparator());
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    }
  }

  private String json(Notification notification) throws IOException {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", clock.instant().toString());
      json.writeStringField("outcome", notification.kind().text());
      json.writeStringField("subject", notification.subject());
      json.writeStringField("body", notification.body());
      json.writeEndObject();
    }
    return line.toString();
  }

  private void append(String line) throws IOException {
    WholeFile.createDirectories(WholeFile.directoryOf(file));
    makeRoom();
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      String begin = isCutOff(channel) ? "\n" : "";
      channel.position(channel.size());
      WholeFile.writeFully(channel, StandardCharsets.UTF_8.encode(begin + line));
    }
  }

  /** Whether a killed process has left half a line. */
  private static boolean isCutOff(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
  }

  private void makeRoom() throws IOException {
    try {
      if (Files.size(file) >= longestFile) {
        Path old = file.resolveSibling(file.getFileName() + ".old");
        Files.move(file, old, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (NoSuchFileException e) {
      // The first line begins the file.
    }
  }
}
