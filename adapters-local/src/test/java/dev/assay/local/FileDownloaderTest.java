package dev.assay.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.ports.Downloader;
import dev.assay.ports.Downloader.Content;
import dev.assay.ports.Downloader.NotModified;
import dev.assay.ports.Downloader.Validators;
import dev.assay.ports.DownloaderContract;
import dev.assay.ports.PortException;
import dev.assay.ports.PortException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileDownloaderTest extends DownloaderContract {

  private static final Instant MODIFIED = Instant.parse("2026-09-30T10:15:30.123456Z");

  private final Path directory;
  private final Downloader downloader = new FileDownloader();

  FileDownloaderTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Override
  protected Downloader downloader() {
    return downloader;
  }

  @Override
  protected URI publish(String name, byte[] content) {
    try {
      return Files.write(directory.resolve(name), content).toUri();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected URI absent() {
    return directory.resolve("absent").toUri();
  }

  @Test
  void fetch_sameSizeButLater_givesContent() throws IOException {
    URI source = publish("ceres", new byte[] {1});
    setModified(source, MODIFIED);
    Validators held = held(source);
    setModified(source, MODIFIED.plusNanos(1000));

    assertThat(downloader.fetch(source, held)).isInstanceOf(Content.class);
  }

  @Test
  void fetch_rewrittenWithTheSameSizeAndTime_saysNotModified() throws IOException {
    URI source = publish("ceres", new byte[] {1});
    setModified(source, MODIFIED);
    Validators held = held(source);
    publish("ceres", new byte[] {1});
    setModified(source, MODIFIED);

    assertThat(downloader.fetch(source, held)).isEqualTo(new NotModified());
  }

  @Test
  void fetch_nameWithBlankAndUmlaut_givesContent() throws IOException {
    URI source = publish("Körper %20 1.json", new byte[] {1, 2});

    assertThat(read(fetch(source, null))).hasSize(2);
  }

  @Test
  void fetch_directory_failsForGood() {
    assertFailsForGood(directory.toUri(), directory + " is a directory");
  }

  @Test
  void fetch_unreadableFile_failsForGood() throws IOException {
    URI source = publish("secret", new byte[1]);
    Files.setPosixFilePermissions(Path.of(source), PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(Path.of(source))).as("permissions ignored: superuser").isFalse();

    assertFailsForGood(source, Path.of(source) + " cannot be read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://example.org/x", "relative/path", "jar:file:/a.jar!/b"})
  void fetch_otherScheme_failsForGood(URI source) {
    assertFailsForGood(source, source + " is not a file: address");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file://server/share", "file:relative", "file:///a?b", "file:///a%00b"})
  void fetch_fileAddressThatNamesNoPath_failsForGood(URI source) {
    assertFailsForGood(source, source + " does not name a file of this machine");
  }

  private void assertFailsForGood(URI source, String message) {
    PortException failure = failure(source);
    assertThat(failure.kind()).isEqualTo(Kind.PERMANENT);
    assertThat(failure).hasMessageContaining(message);
    isOneLine(failure);
  }

  private Validators held(URI source) throws IOException {
    try (Content content = fetch(source, null)) {
      return content.validators();
    }
  }

  private static void setModified(URI file, Instant time) throws IOException {
    Files.setLastModifiedTime(Path.of(file), FileTime.from(time));
  }
}
