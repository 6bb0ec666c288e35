package dev.assay.local;

import dev.assay.ports.Downloader;
import dev.assay.ports.PortException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * "Downloads" files of this machine, for sources the user keeps a copy of.
 *
 * <p>A file counts as the copy held if its size and its time of modification, to the nanosecond as
 * far as the file system keeps them, are the same.
 */
public final class FileDownloader implements Downloader {

  /** Makes a downloader. */
  public FileDownloader() {}

  @Override
  public Download fetch(URI source, @Nullable Validators held) {
    Path file = path(source);
    try {
      // Looked at before it is opened: if the file is replaced in between, the validators are the
      // older ones, and the next fetch reads it again.
      Validators current = validators(file, source);
      if (held != null && current.equals(held)) {
        return new NotModified();
      }
      return new Content(new BufferedInputStream(Files.newInputStream(file)), current);
    } catch (NoSuchFileException e) {
      throw PortException.permanent(source + ": " + file + " does not exist; check the path", e);
    } catch (IOException e) {
      throw PortException.permanent(
          source + ": " + file + " cannot be read; check its permissions", e);
    }
  }

  private static Path path(URI source) {
    if (!"file".equalsIgnoreCase(source.getScheme())) {
      throw PortException.wrongInput(source + " is not a file: address");
    }
    try {
      return Path.of(source);
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      throw PortException.permanent(
          source + " does not name a file of this machine; write it as file:///path", e);
    }
  }

  private static Validators validators(Path file, URI source) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw PortException.permanent(
          source + ": " + file + " is a directory or a device; name a file");
    }
    long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    return new Validators("\"" + attributes.size() + "-" + modified + "\"", null);
  }
}
