package dev.assay.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Reads what commands print as JSON. */
final class Json {

  private Json() {}

  static Object parse(String text) {
    try {
      return new ObjectMapper().readValue(text, Object.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // what a JSON object becomes
  static Map<String, Object> object(String text) {
    return (Map<String, Object>) parse(text);
  }

  @SuppressWarnings("unchecked") // what a JSON array of objects becomes
  static List<Map<String, Object>> array(String text) {
    return (List<Map<String, Object>>) parse(text);
  }
}
