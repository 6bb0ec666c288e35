package dev.assay.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.assay.ports.RunRecord;
import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Runs as CSV: one row per source of each run. */
final class RunListing {

  private RunListing() {}

  static void printCsv(PrintWriter out, List<RunRecord> runs) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "run",
          "started_at",
          "finished_at",
          "outcome",
          "model",
          "bodies",
          "source",
          "read",
          "accepted",
          "rejected",
          "superseded",
          "fields_ignored",
          "message",
          "bodies_written",
          "version");
      for (RunRecord run : runs) {
        List<SourceReport> sources =
            run.sources().isEmpty() ? List.of(SourceReport.empty("")) : run.sources();
        sources.forEach(source -> csv.writeRecord(row(run, source)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print(text);
  }

  private static List<String> row(RunRecord run, SourceReport source) {
    return List.of(
        run.generation().value(),
        run.startedAt().toString(),
        run.finishedAt() == null ? "" : run.finishedAt().toString(),
        outcome(run),
        run.model(),
        String.valueOf(run.rows()),
        source.source(),
        String.valueOf(source.read()),
        String.valueOf(source.accepted()),
        String.valueOf(source.rejected()),
        String.valueOf(source.superseded()),
        String.valueOf(source.fieldsIgnored()),
        run.message(),
        String.valueOf(run.written()),
        Objects.requireNonNullElse(run.version(), ""));
  }

  private static String outcome(RunRecord run) {
    return run.outcome().name().toLowerCase(Locale.ROOT);
  }
}
