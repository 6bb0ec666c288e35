package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.lambda.JsonLines.Level;
import dev.assay.lambda.JsonLines.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {

  private static final String TRACE = "com.amazonaws.xray.traceHeader";

  private final Lines written = new Lines();
  private final JsonLines lines = written.lines();

  @AfterEach
  void endTrace() {
    System.clearProperty(TRACE);
  }

  @Test
  void log_anyText_isOneLineOfJson() {
    lines.log(Level.WARN, "two\nlines and a \"quote\"", Map.of("part", 3));

    assertThat(written.text().lines()).hasSize(1);
    assertThat(written.read().get(0))
        .isEqualTo(
            Lines.json(
                "{\"timestamp\":\"2026-11-01T03:07:00Z\",\"level\":\"WARN\",\"part\":3,"
                    + "\"message\":\"two\\nlines and a \\\"quote\\\"\"}"));
  }

  @Test
  void log_inACall_saysInWhich() {
    System.setProperty(TRACE, "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53;Sampled=1");
    lines.begin(FakeContext.PATIENT);

    lines.log(Level.INFO, "done", Map.of());

    assertThat(written.read().get(0))
        .isEqualTo(
            Lines.json(
                "{\"timestamp\":\"2026-11-01T03:07:00Z\",\"level\":\"INFO\","
                    + "\"requestId\":\"request-1\","
                    + "\"traceId\":\"1-5759e988-bd862e3fe1be46a994272793\","
                    + "\"coldStart\":true,\"functionName\":\"function\","
                    + "\"functionVersion\":\"1\",\"message\":\"done\"}"));
  }

  @Test
  void log_inALaterCall_isNoColdStart() {
    lines.begin(FakeContext.PATIENT);
    lines.begin(FakeContext.PATIENT);

    lines.log(Level.INFO, "done", Map.of());

    assertThat(written.read().get(0).get("coldStart").booleanValue()).isFalse();
  }

  @Test
  void log_callThatIsNotTraced_saysNothingOfATrace() {
    lines.begin(FakeContext.PATIENT);

    lines.log(Level.INFO, "done", Map.of());

    assertThat(written.read().get(0).has("traceId")).isFalse();
  }

  @Test
  void log_belowTheThreshold_isLeftOut_butMetricsAreNot() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JsonLines errors =
        new JsonLines(new PrintStream(bytes, true, UTF_8), Lines.CLOCK, "test", Level.ERROR);

    errors.log(Level.WARN, "left out", Map.of());
    errors.log(Level.ERROR, "kept", Map.of());
    errors.figureOfStage(Metric.HoursSinceSuccess, 7, Map.of());
    errors.metrics("PARSE_HORIZON", Map.of(), Map.of(Metric.RowsAccepted, 1L));

    assertThat(bytes.toString(UTF_8).lines().map(Lines::json))
        .extracting(
            line -> line.get("level").textValue(),
            line -> line.path("message").asText(line.has("_aws") ? "metric" : ""))
        .containsExactly(tuple("ERROR", "kept"), tuple("INFO", "metric"), tuple("INFO", "metric"));
  }

  @ParameterizedTest
  @CsvSource({"DEBUG,DEBUG", "warn,WARN", "ERROR,ERROR", "LOUD,INFO", ",INFO"})
  void level_ofTheEnvironment_isInfoUnlessItIsKnown(String name, Level level) {
    assertThat(Level.named(name)).isEqualTo(level);
  }

  @Test
  void metrics_followTheEmbeddedMetricFormat() {
    Map<Metric, Long> figures = new EnumMap<>(Metric.class);
    figures.put(Metric.RowsAccepted, 20_000L);
    figures.put(Metric.RowsRejected, 1L);

    lines.metrics("PARSE_HORIZON", Map.of("run", "run-1"), figures);

    JsonNode line = written.read().get(0);
    JsonNode directive = line.get("_aws").get("CloudWatchMetrics").get(0);
    assertThat(line.get("_aws").get("Timestamp").longValue()).isEqualTo(Lines.NOW.toEpochMilli());
    assertThat(directive)
        .isEqualTo(
            Lines.json(
                "{\"Namespace\":\"Assay\",\"Dimensions\":[[\"Stage\",\"Step\"]],\"Metrics\":["
                    + "{\"Name\":\"RowsAccepted\",\"Unit\":\"Count\"},"
                    + "{\"Name\":\"RowsRejected\",\"Unit\":\"Count\"}]}"));
    directive
        .get("Dimensions")
        .get(0)
        .forEach(name -> assertThat(line.get(name.textValue()).isTextual()).isTrue());
    directive
        .get("Metrics")
        .forEach(
            metric -> assertThat(line.get(metric.get("Name").textValue()).isNumber()).isTrue());
    assertThat(line.get("Stage").textValue()).isEqualTo("test");
    assertThat(line.get("run").textValue()).isEqualTo("run-1");
    assertThat(line.get("RowsAccepted").longValue()).isEqualTo(20_000);
  }
}
