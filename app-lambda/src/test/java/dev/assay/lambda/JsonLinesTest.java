package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.lambda.JsonLines.Level;
import dev.assay.lambda.JsonLines.Metric;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  private final Lines written = new Lines();
  private final JsonLines lines = written.lines();

  @Test
  void log_anyText_isOneLineOfJson() {
    lines.log(Level.WARN, "two\nlines and a \"quote\"", Map.of("part", 3));

    assertThat(written.text().lines()).hasSize(1);
    assertThat(written.read().get(0))
        .isEqualTo(
            Lines.json(
                "{\"level\":\"WARN\",\"time\":\"2026-11-01T03:07:00Z\",\"part\":3,"
                    + "\"message\":\"two\\nlines and a \\\"quote\\\"\"}"));
  }

  @Test
  void metrics_followTheEmbeddedMetricFormat() {
    Map<Metric, Long> figures = new EnumMap<>(Metric.class);
    figures.put(Metric.RowsRead, 20_000L);
    figures.put(Metric.Duration, 1234L);

    lines.metrics("PARSE_HORIZON", Map.of("run", "run-1"), figures);

    JsonNode line = written.read().get(0);
    JsonNode directive = line.get("_aws").get("CloudWatchMetrics").get(0);
    assertThat(line.get("_aws").get("Timestamp").longValue()).isEqualTo(Lines.NOW.toEpochMilli());
    assertThat(directive)
        .isEqualTo(
            Lines.json(
                "{\"Namespace\":\"Assay\",\"Dimensions\":[[\"Stage\",\"Step\"]],\"Metrics\":["
                    + "{\"Name\":\"RowsRead\",\"Unit\":\"Count\"},"
                    + "{\"Name\":\"Duration\",\"Unit\":\"Milliseconds\"}]}"));
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
    assertThat(line.get("RowsRead").longValue()).isEqualTo(20_000);
  }
}
