package dev.assay.application.step;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of the bundled sample. */
final class Sample {

  private static final Path FOLDER = Path.of(System.getProperty("assay.root", "."), "sample");

  private Sample() {}

  static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
