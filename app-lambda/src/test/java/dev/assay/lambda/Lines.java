package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.lambda.JsonLines.Level;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The log of a function, kept for the test. */
final class Lines {

  static final Instant NOW = Instant.parse("2026-11-01T03:07:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final JsonMapper JSON = new JsonMapper();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** The log. */
  JsonLines lines() {
    return lines(Level.INFO);
  }

  JsonLines lines(Level threshold) {
    return new JsonLines(new PrintStream(bytes, true, UTF_8), CLOCK, "test", threshold);
  }

  /** What was written. */
  String text() {
    return bytes.toString(UTF_8);
  }

  /** The lines, each as JSON. */
  List<JsonNode> read() {
    return text().lines().map(Lines::json).toList();
  }

  /** The metrics that were published, each with its step if it has one. */
  Set<String> metrics() {
    Set<String> metrics = new TreeSet<>();
    for (JsonNode line : read()) {
      for (JsonNode directive : line.path("_aws").path("CloudWatchMetrics")) {
        for (JsonNode metric : directive.get("Metrics")) {
          String step =
              directive.get("Dimensions").get(0).size() == 1 ? "" : " " + line.get("Step").asText();
          metrics.add(metric.get("Name").asText() + step);
        }
      }
    }
    return metrics;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
