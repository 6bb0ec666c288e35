package dev.assay.local;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.assay.ports.GenerationId;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RowProblem.Consequence;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import dev.assay.ports.SourceReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record of a run as JSON. Fields that it does not know are passed over when it is read. */
final class RunRecordJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private RunRecordJson() {}

  static byte[] write(RunRecord run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      json.writeStringField("generation", run.generation().value());
      json.writeStringField("model", run.model());
      json.writeStringField("startedAt", run.startedAt().toString());
      writeTime(json, run.finishedAt());
      json.writeStringField("outcome", run.outcome().name());
      json.writeStringField("message", run.message());
      json.writeNumberField("rows", run.rows());
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
    return bytes.toByteArray();
  }

  private static void writeTime(JsonGenerator json, @Nullable Instant finishedAt)
      throws IOException {
    if (finishedAt != null) {
      json.writeStringField("finishedAt", finishedAt.toString());
    }
  }

  private static void write(JsonGenerator json, SourceReport source) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", source.source());
    json.writeNumberField("read", source.read());
    json.writeNumberField("accepted", source.accepted());
    json.writeNumberField("rejected", source.rejected());
    json.writeNumberField("superseded", source.superseded());
    json.writeNumberField("fieldsIgnored", source.fieldsIgnored());
    json.writeArrayFieldStart("problems");
    for (RowProblem problem : source.problems()) {
      json.writeStartObject();
      json.writeNumberField("row", problem.row());
      json.writeStringField("field", problem.field());
      json.writeStringField("value", problem.value());
      json.writeStringField("reason", problem.reason());
      json.writeStringField("consequence", problem.consequence().name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /**
   * Reads a record.
   *
   * @throws IllegalArgumentException if it is not one
   */
  static RunRecord read(byte[] bytes) {
    try {
      return run(JsonObject.read(FACTORY, bytes));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static RunRecord run(JsonObject json) {
    return new RunRecord(
        new GenerationId(json.text("generation")),
        json.text("model"),
        Instant.parse(json.text("startedAt")),
        json.has("finishedAt") ? Instant.parse(json.text("finishedAt")) : null,
        Outcome.valueOf(json.text("outcome")),
        json.text("message"),
        json.number("rows"),
        json.objects("sources").stream().map(RunRecordJson::source).toList(),
        json.texts("warnings"));
  }

  private static SourceReport source(JsonObject json) {
    return new SourceReport(
        json.text("source"),
        json.number("read"),
        json.number("accepted"),
        json.number("rejected"),
        json.number("superseded"),
        json.number("fieldsIgnored"),
        json.objects("problems").stream().map(RunRecordJson::problem).toList());
  }

  private static RowProblem problem(JsonObject json) {
    return new RowProblem(
        json.number("row"),
        json.text("field"),
        json.text("value"),
        json.text("reason"),
        Consequence.valueOf(json.text("consequence")));
  }
}
