package dev.assay.cli;

import dev.assay.application.message.RunRecordJson;
import dev.assay.ports.RunRecord;
import dev.assay.ports.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay runs}: the history of refreshes. */
@Command(
    name = "runs",
    description = "Lists past refreshes: when, counts, duration, outcome.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private CatalogueOption catalogueOption = new CatalogueOption();
  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many, newest first (default: ${DEFAULT-VALUE}).")
  private int limit = 10;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw AssayCommand.wrong(spec, "--limit must be 1 or more, was " + limit);
    }
    Console console = AssayCommand.console(spec);
    List<RunRecord> runs = catalogueOption.runs(common.data(), limit);
    switch (format.format()) {
      case TABLE -> printTable(console, runs);
      case CSV -> RunListing.printCsv(console.out(), runs);
      case JSON -> console.out().println(RunRecordJson.array(runs));
    }
    return ExitCode.OK;
  }

  private static void printTable(Console console, List<RunRecord> runs) {
    TextTable table =
        TextTable.of(
            "run",
            "started (UTC)",
            "took>",
            "outcome",
            "bodies>",
            "read>",
            "accepted>",
            "rejected>",
            "superseded>",
            "message",
            "version");
    for (RunRecord run : runs) {
      List<SourceReport> sources = run.sources();
      table.add(
          run.generation().value(),
          run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
          took(run.startedAt(), run.finishedAt()),
          run.outcome().name().toLowerCase(Locale.ROOT),
          String.valueOf(run.rows()),
          String.valueOf(sources.stream().mapToLong(SourceReport::read).sum()),
          String.valueOf(sources.stream().mapToLong(SourceReport::accepted).sum()),
          String.valueOf(sources.stream().mapToLong(SourceReport::rejected).sum()),
          String.valueOf(sources.stream().mapToLong(SourceReport::superseded).sum()),
          run.message(),
          Objects.requireNonNullElse(run.version(), Numbers.UNKNOWN));
    }
    table.print(console.out());
  }

  static String took(Instant start, @Nullable Instant end) {
    if (end == null) {
      return Numbers.UNKNOWN;
    }
    Duration duration = Duration.between(start, end);
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
