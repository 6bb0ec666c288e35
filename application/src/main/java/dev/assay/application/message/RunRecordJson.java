package dev.assay.application.message;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.ports.GenerationId;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RowProblem.Consequence;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import dev.assay.ports.SourceReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The record of a run as JSON, as it is kept and as {@code assay runs --format json} prints it.
 * Fields that are not known here are passed over.
 */
public final class RunRecordJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private RunRecordJson() {}

  /**
   * Writes one record.
   *
   * @param run what to write
   * @return one object as UTF-8
   */
  public static byte[] encode(RunRecord run) {
    try {
      return JSON.writeValueAsBytes(object(run));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes several records for people and programs.
   *
   * @param runs what to write
   * @return an array over several lines
   */
  public static String array(List<RunRecord> runs) {
    ArrayNode array = JSON.createArrayNode();
    runs.forEach(run -> array.add(object(run)));
    return array.toPrettyString();
  }

  private static ObjectNode object(RunRecord run) {
    Instant finished = run.finishedAt();
    ObjectNode json = JSON.createObjectNode();
    json.put("run", run.generation().value());
    json.put("started_at", run.startedAt().toString());
    json.put("finished_at", finished == null ? null : finished.toString());
    json.put("outcome", lowerCase(run.outcome()));
    json.put("model", run.model());
    json.put("bodies", run.rows());
    json.put("bodies_written", run.written());
    json.put("message", run.message());
    ArrayNode sources = json.putArray("sources");
    run.sources().forEach(source -> sources.add(object(source)));
    ArrayNode warnings = json.putArray("warnings");
    run.warnings().forEach(warnings::add);
    json.put("version", run.version());
    return json;
  }

  private static ObjectNode object(SourceReport source) {
    ObjectNode json = JSON.createObjectNode();
    json.put("source", source.source());
    json.put("read", source.read());
    json.put("accepted", source.accepted());
    json.put("rejected", source.rejected());
    json.put("superseded", source.superseded());
    json.put("fields_ignored", source.fieldsIgnored());
    ArrayNode problems = json.putArray("problems");
    for (RowProblem problem : source.problems()) {
      problems
          .addObject()
          .put("row", problem.row())
          .put("field", problem.field())
          .put("value", problem.value())
          .put("reason", problem.reason())
          .put("consequence", lowerCase(problem.consequence()));
    }
    return json;
  }

  /**
   * Reads one record.
   *
   * @param bytes what {@link #encode} wrote
   * @return an equal record
   * @throws IllegalArgumentException if it is not one
   */
  public static RunRecord decode(byte[] bytes) {
    try {
      return run(JSON.readTree(bytes));
    } catch (IOException | DateTimeException e) {
      throw new IllegalArgumentException("not the record of a run: " + e.getMessage(), e);
    }
  }

  private static RunRecord run(JsonNode json) {
    JsonNode finished = json.path("finished_at");
    return new RunRecord(
        new GenerationId(text(json, "run")),
        text(json, "model"),
        Instant.parse(text(json, "started_at")),
        finished.isTextual() ? Instant.parse(finished.textValue()) : null,
        Outcome.valueOf(text(json, "outcome").toUpperCase(Locale.ROOT)),
        text(json, "message"),
        number(json, "bodies"),
        all(json, "sources", RunRecordJson::source),
        all(json, "warnings", JsonNode::asText),
        // Records from before there was a difference lack it.
        json.has("bodies_written") ? number(json, "bodies_written") : number(json, "bodies"),
        json.path("version").textValue());
  }

  private static SourceReport source(JsonNode json) {
    return new SourceReport(
        text(json, "source"),
        number(json, "read"),
        number(json, "accepted"),
        number(json, "rejected"),
        number(json, "superseded"),
        number(json, "fields_ignored"),
        all(json, "problems", RunRecordJson::problem));
  }

  private static RowProblem problem(JsonNode json) {
    return new RowProblem(
        number(json, "row"),
        text(json, "field"),
        text(json, "value"),
        text(json, "reason"),
        Consequence.valueOf(text(json, "consequence").toUpperCase(Locale.ROOT)));
  }

  private static <T> List<T> all(JsonNode json, String field, Function<JsonNode, T> element) {
    List<T> elements = new ArrayList<>();
    required(json.path(field).isArray(), field);
    json.path(field).forEach(node -> elements.add(element.apply(node)));
    return elements;
  }

  private static String text(JsonNode json, String field) {
    required(json.path(field).isTextual(), field);
    return json.path(field).textValue();
  }

  private static long number(JsonNode json, String field) {
    required(json.path(field).canConvertToLong(), field);
    return json.path(field).longValue();
  }

  private static void required(boolean present, String field) {
    if (!present) {
      throw new IllegalArgumentException("not the record of a run: " + field + " is missing");
    }
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
