package dev.assay.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {

  /** How a listing is printed. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".assay",
      description = "Where Assay keeps its files (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of(".assay");

  @Option(names = "--quiet", description = "No progress and no messages, only results and errors.")
  private boolean quiet;

  Path data() {
    return data;
  }

  boolean quiet() {
    return quiet;
  }
}
