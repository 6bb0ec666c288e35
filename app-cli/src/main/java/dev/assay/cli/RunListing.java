package dev.assay.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RunRecord;
import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Runs for programs: one CSV row per source of each run, or JSON with everything on record. */
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
          "message");
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
        run.message());
  }

  static void printJson(PrintWriter out, List<RunRecord> runs) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter().writeStartArray();
      for (RunRecord run : runs) {
        write(json, run);
      }
      json.writeEndArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
  }

  private static void write(JsonGenerator json, RunRecord run) throws IOException {
    json.writeStartObject();
    json.writeStringField("run", run.generation().value());
    json.writeStringField("started_at", run.startedAt().toString());
    json.writeStringField(
        "finished_at", run.finishedAt() == null ? null : run.finishedAt().toString());
    json.writeStringField("outcome", outcome(run));
    json.writeStringField("model", run.model());
    json.writeNumberField("bodies", run.rows());
    json.writeStringField("message", run.message());
    json.writeArrayFieldStart("sources");
    for (SourceReport source : run.sources()) {
      write(json, source);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("warnings");
    for (String warning : run.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, SourceReport source) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", source.source());
    json.writeNumberField("read", source.read());
    json.writeNumberField("accepted", source.accepted());
    json.writeNumberField("rejected", source.rejected());
    json.writeNumberField("superseded", source.superseded());
    json.writeNumberField("fields_ignored", source.fieldsIgnored());
    json.writeArrayFieldStart("problems");
    for (RowProblem problem : source.problems()) {
      json.writeStartObject();
      json.writeNumberField("row", problem.row());
      json.writeStringField("field", problem.field());
      json.writeStringField("value", problem.value());
      json.writeStringField("reason", problem.reason());
      json.writeStringField("consequence", problem.consequence().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String outcome(RunRecord run) {
    return run.outcome().name().toLowerCase(Locale.ROOT);
  }
}
