package dev.assay.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * What the state machine hands to a step. Keys that are not known are passed over.
 *
 * @param run the execution
 * @param request the run request, as the execution was given it
 * @param action which of a function's steps is meant; empty for its first
 * @param part number of the part to work on
 * @param json the whole event
 */
record StepEvent(RunName run, JsonNode request, String action, int part, JsonNode json) {

  private static final ObjectMapper JSON = new JsonMapper();

  /**
   * Makes an event of its JSON.
   *
   * @throws BadEventException in one line that says what is wrong with it
   */
  static StepEvent of(JsonNode json) {
    JsonNode execution = json.path("execution");
    RunName run = new RunName(required(execution, "name"), time(required(execution, "startTime")));
    JsonNode part = json.path("part");
    if (!part.isMissingNode() && !part.isNull() && !part.canConvertToInt()) {
      throw new BadEventException("the event's part is no number: " + part);
    }
    return new StepEvent(
        run, json.path("request"), json.path("action").asText(""), part.asInt(-1), json);
  }

  /**
   * Reads the JSON of an event.
   *
   * @throws BadEventException in one line that says what is wrong with it
   */
  static JsonNode tree(InputStream in) {
    try {
      JsonNode json = JSON.readTree(in);
      if (!json.isObject()) {
        throw new BadEventException("the event is no JSON object");
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new BadEventException("the event is not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String required(JsonNode execution, String key) {
    String value = execution.path(key).asText("");
    if (value.isBlank()) {
      throw new BadEventException(
          "the event lacks execution." + key + "; start the steps through the state machine");
    }
    return value;
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new BadEventException("execution.startTime is no time: '" + text + "'", e);
    }
  }

  /** The text under a key; empty if there is none. */
  String text(String key) {
    return json.path(key).asText("");
  }
}
