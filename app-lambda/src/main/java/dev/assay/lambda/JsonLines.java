package dev.assay.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The log of a function: one JSON object a line, which CloudWatch Logs can search by its keys. The
 * keys {@code timestamp} and {@code level} are those by which Lambda filters. Figures that an alarm
 * or the dashboard uses go the same way, in CloudWatch's embedded metric format, so that no call to
 * a service is needed for them; each costs money by the hour. Thread-safe.
 */
final class JsonLines {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String NAMESPACE = "Assay";

  private final PrintStream out;
  private final Clock clock;
  private final String stage;
  private final Level threshold;
  private final AtomicBoolean cold = new AtomicBoolean(true);
  private volatile Map<String, Object> call = Map.of();

  /**
   * Makes a log.
   *
   * @param out where the lines go
   * @param clock tells the time of a line
   * @param stage tells deployments apart
   * @param threshold lines that matter less are left out
   */
  JsonLines(PrintStream out, Clock clock, String stage, Level threshold) {
    this.out = out;
    this.clock = clock;
    this.stage = stage;
    this.threshold = threshold;
  }

  /**
   * The log of this process on AWS, as the function's logging configuration says. What libraries
   * warn of goes there as well.
   *
   * @param clock tells the time of a line
   * @param stage tells deployments apart
   */
  static JsonLines ofFunction(Clock clock, String stage) {
    JsonLines lines =
        new JsonLines(System.out, clock, stage, Level.named(System.getenv("AWS_LAMBDA_LOG_LEVEL")));
    LibraryWarnings.into(lines);
    return lines;
  }

  /** How much a line matters, least first; the names are Lambda's. */
  enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** The level of a name; INFO, which is Lambda's own choice, if there is none of that name. */
    static Level named(@Nullable String name) {
      return Arrays.stream(values())
          .filter(level -> level.name().equalsIgnoreCase(name))
          .findFirst()
          .orElse(INFO);
    }
  }

  /** A figure that an alarm or the dashboard uses. */
  enum Metric {
    /** Rows of small bodies that were taken. */
    RowsAccepted,
    /** Rows of small bodies that were refused. */
    RowsRejected,
    /** Rows put into the catalogue. */
    RowsWritten,
    /** Batches of the run under way that were sent and are not yet written. */
    ChunksOutstanding,
    /** Age of the last success. */
    HoursSinceSuccess
  }

  /** Begins a call of the function: from now on each line tells which. */
  void begin(Context context) {
    call = CallFields.of(context, cold.getAndSet(false));
  }

  /** Writes one line. */
  void log(Level level, String message, Map<String, ?> fields) {
    if (level.compareTo(threshold) < 0) {
      return;
    }
    line(
        level,
        json -> {
          json.writeStringField("message", message);
          write(json, fields);
        });
  }

  /**
   * Writes figures of a step, whatever the threshold.
   *
   * @param step what they are about, a dimension
   * @param fields what else the line says, for those who search it
   * @param figures their values
   */
  void metrics(String step, Map<String, ?> fields, Map<Metric, Long> figures) {
    line(
        Level.INFO,
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
   * Writes a figure of the deployment as a whole, whatever the threshold.
   *
   * @param metric what it counts
   * @param value how much
   * @param fields what else the line says
   */
  void figureOfStage(Metric metric, long value, Map<String, ?> fields) {
    line(
        Level.INFO,
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
      json.writeStringField("Unit", "Count");
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
      } else if (field.getValue() instanceof Boolean yes) {
        json.writeBooleanField(field.getKey(), yes);
      } else {
        json.writeStringField(field.getKey(), String.valueOf(field.getValue()));
      }
    }
  }

  private interface Content {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private void line(Level level, Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("timestamp", clock.instant().toString());
      json.writeStringField("level", level.name());
      write(json, call);
      content.writeTo(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println(text);
  }
}
