package dev.assay.cli;

import dev.assay.application.query.EntryFormat;
import dev.assay.ports.CatalogueReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay export}: the whole catalogue as a file. */
@Command(
    name = "export",
    description = "Writes the whole catalogue as CSV, JSON or Parquet.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  /** What can be exported. */
  enum Format {
    CSV,
    JSON,
    PARQUET
  }

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private CatalogueOption catalogueOption = new CatalogueOption();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "csv, json or parquet.")
  private Format format = Format.CSV;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where to; standard output if left out (not for parquet).")
  private @Nullable Path output;

  @Override
  public Integer call() {
    if (format == Format.PARQUET && output == null) {
      throw AssayCommand.wrong(spec, "--format parquet needs --output FILE");
    }
    Console console = AssayCommand.console(spec);
    try (CatalogueOption.Opened opened = catalogueOption.open(common.data())) {
      CatalogueReader catalogue = opened.reader();
      if (output == null) {
        write(catalogue, console.out());
      } else {
        writeFile(catalogue, output);
        if (!common.quiet()) {
          console.err().println(catalogue.count() + " bodies written to " + output);
        }
      }
    }
    return ExitCode.OK;
  }

  private void writeFile(CatalogueReader catalogue, Path target) {
    OutputFile.write(
        target,
        fresh -> {
          if (format == Format.PARQUET) {
            ParquetExport.write(catalogue, fresh);
          } else {
            try (BufferedWriter writer = Files.newBufferedWriter(fresh)) {
              write(catalogue, writer);
            }
          }
        });
  }

  private void write(CatalogueReader catalogue, Writer out) {
    EntryFormat as = format == Format.JSON ? EntryFormat.JSON : EntryFormat.CSV;
    try (EntryFormat.EntryWriter writer = as.open(out)) {
      catalogue.forEach(writer::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
