package dev.assay.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real data beside the checkout, which a lone clone does not have. */
final class SharedData {

  private static final Path ROOT =
      Path.of(System.getProperty("assay.root", "..")).resolve("../shared/data").normalize();

  private SharedData() {}

  /** A file of the real data; without it the test is skipped. */
  static Path file(String name) {
    Path file = ROOT.resolve(name);
    assumeThat(file).as("real data, not part of a clone").exists();
    return file;
  }

  /** Answers that are errors. */
  static List<Path> errorBodies() throws IOException {
    try (Stream<Path> files = Files.list(file("error-bodies"))) {
      return files.sorted().toList();
    }
  }
}
