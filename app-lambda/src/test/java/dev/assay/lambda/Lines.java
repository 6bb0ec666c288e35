package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The log of a function, kept for the test. */
final class Lines {

  static final Instant NOW = Instant.parse("2026-11-01T03:07:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final JsonMapper JSON = new JsonMapper();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** The log. */
  JsonLines lines() {
    return new JsonLines(new PrintStream(bytes, true, UTF_8), CLOCK, "test");
  }

  /** What was written. */
  String text() {
    return bytes.toString(UTF_8);
  }

  /** The lines, each as JSON. */
  List<JsonNode> read() {
    return text().lines().map(Lines::json).toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
