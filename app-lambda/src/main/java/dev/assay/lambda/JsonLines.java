package dev.assay.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The log of a function: one JSON object a line, which CloudWatch Logs can search by its keys.
 * Figures go the same way, in CloudWatch's embedded metric format, so that no call to a service is
 * needed for them. Thread-safe.
 */
final class JsonLines {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String NAMESPACE = "Assay";

  private final PrintStream out;
  private final Clock clock;
  private final String stage;

  /**
   * Makes a log.
   *
   * @param out where the lines go
   * @param clock tells the time of a line
   * @param stage tells deployments apart
   */
  JsonLines(PrintStream out, Clock clock, String stage) {
    this.out = out;
    this.clock = clock;
    this.stage = stage;
  }

  /** How much a line matters. */
  enum Level {
    INFO,
    WARN,
    ERROR
  }

  /** One figure: its name and what it counts. */
  enum Metric {
    RowsRead("Count"),
    RowsAccepted("Count"),
    RowsRejected("Count"),
    RowsWritten("Count"),
    ChunksWritten("Count"),
    ChunkRetries("Count"),
    ChunksRefused("Count"),
    Bytes("Bytes"),
    Duration("Milliseconds"),
    Failures("Count"),
    HoursSinceSuccess("Count");

    private final String unit;

    Metric(String unit) {
      this.unit = unit;
    }
  }

  /** Writes one line. */
  void log(Level level, String message, Map<String, ?> fields) {
    line(
        json -> {
          json.writeStringField("level", level.name());
          json.writeStringField("time", clock.instant().toString());
          json.writeStringField("message", message);
          write(json, fields);
        });
  }

  /**
   * Writes figures of a step.
   *
   * @param step what they are about, a dimension
   * @param fields what else the line says, for those who search it
   * @param figures their values
   */
  void metrics(String step, Map<String, ?> fields, Map<Metric, Long> figures) {
    line(
        json -> {
          writeDirective(json, List.of("Stage", "Step"), figures);
          json.writeStringField("Stage", stage);
          json.writeStringField("Step", step);
          write(json, fields);
          for (Map.Entry<Metric, Long> figure : figures.entrySet()) {
            json.writeNumberField(figure.getKey().name(), figure.getValue());
          }
        });
  }

  /**
   * Writes a figure of the deployment as a whole.
   *
   * @param metric what it counts
   * @param value how much
   * @param fields what else the line says
   */
  void figureOfStage(Metric metric, long value, Map<String, ?> fields) {
    line(
        json -> {
          writeDirective(json, List.of("Stage"), Map.of(metric, value));
          json.writeStringField("Stage", stage);
          write(json, fields);
          json.writeNumberField(metric.name(), value);
        });
  }

  private void writeDirective(
      JsonGenerator json, List<String> dimensions, Map<Metric, Long> figures) throws IOException {
    json.writeObjectFieldStart("_aws");
    json.writeNumberField("Timestamp", clock.millis());
    json.writeArrayFieldStart("CloudWatchMetrics");
    json.writeStartObject();
    json.writeStringField("Namespace", NAMESPACE);
    json.writeArrayFieldStart("Dimensions");
    json.writeArray(dimensions.toArray(String[]::new), 0, dimensions.size());
    json.writeEndArray();
    json.writeArrayFieldStart("Metrics");
    for (Metric metric : figures.keySet()) {
      json.writeStartObject();
      json.writeStringField("Name", metric.name());
      json.writeStringField("Unit", metric.unit);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Map<String, ?> fields) throws IOException {
    for (Map.Entry<String, ?> field : fields.entrySet()) {
      if (field.getValue() instanceof Number number) {
        json.writeNumberField(field.getKey(), number.longValue());
      } else {
        json.writeStringField(field.getKey(), String.valueOf(field.getValue()));
      }
    }
  }

  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private void line(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      content.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
  }
}
