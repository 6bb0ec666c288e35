package dev.assay.cli;

import dev.assay.application.report.ChartLibrary;
import dev.assay.application.report.ReportPage;
import dev.assay.application.report.ReportRequest;
import dev.assay.domain.market.PriceList;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay report}: the catalogue on one page. */
@Command(
    name = "report",
    description = "Writes a report on the catalogue: one HTML file that needs no network.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  /** The ledger keeps no more runs than this. */
  private static final int ALL_RUNS = 10_000;

  private static final String LIBRARY = "echarts/echarts.common.min.js";
  private static final String NOTICE =
      "Charts: Apache ECharts 5.3.1, Copyright 2017-2022 The Apache Software Foundation, Apache"
          + " License 2.0; with parts of zrender (BSD 3-Clause, Baidu Inc.) and d3 (BSD 3-Clause,"
          + " Mike Bostock).";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private CatalogueOption catalogueOption = new CatalogueOption();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      defaultValue = "assay-report.html",
      description = "Where to; - for standard output (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("assay-report.html");

  // The tables that the catalogue was loaded with, if they were named then.
  @Mixin private TableOptions tables = new TableOptions();

  @Override
  public Integer call() {
    Console console = AssayCommand.console(spec);
    PriceList list = tables.tables().prices();
    try (CatalogueOption.Opened opened = catalogueOption.open(common.data())) {
      Optional<CatalogueReader> previous = opened.previous().get();
      try {
        String page = render(opened.reader(), previous.orElse(null), list);
        write(console, page);
      } finally {
        previous.ifPresent(CatalogueReader::close);
      }
    }
    return ExitCode.OK;
  }

  private String render(
      CatalogueReader active, @Nullable CatalogueReader previous, PriceList list) {
    return new ReportPage(new ChartLibrary(library(), NOTICE))
        .render(new ReportRequest(active, previous, run(active.generation()), list, Instant.now()));
  }

  private @Nullable RunRecord run(GenerationId generation) {
    return catalogueOption.runs(common.data(), ALL_RUNS).stream()
        .filter(run -> run.generation().equals(generation))
        .findFirst()
        .orElse(null);
  }

  private void write(Console console, String page) {
    if (output.toString().equals("-")) {
      console.out().print(page);
      return;
    }
    OutputFile.write(output, fresh -> Files.writeString(fresh, page));
    if (!common.quiet()) {
      console.err().println("report written to " + output);
    }
  }

  private static String library() {
    try (InputStream in =
        Objects.requireNonNull(ReportCommand.class.getResourceAsStream(LIBRARY), LIBRARY)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the library for charts cannot be read", e);
    }
  }
}
