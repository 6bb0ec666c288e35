package dev.assay.cli;

import dev.assay.cli.CommonOptions.Format;
import picocli.CommandLine.Option;

/** The option of commands that list something. */
final class FormatOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, csv or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TABLE;

  Format format() {
    return format;
  }
}
