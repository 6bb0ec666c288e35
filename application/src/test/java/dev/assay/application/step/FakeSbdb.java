package dev.assay.application.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.ports.Downloader.Download;
import dev.assay.ports.Downloader.Validators;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JPL's SBDB Query API over a table in memory: it knows fields, limit and limit-from, has no
 * snapshots, and damages the answers it is told to.
 */
final class FakeSbdb implements FakeUpstream.Answer {

  static final URI QUERY = URI.create("https://ssd-api.jpl.nasa.gov/sbdb_query.api");

  private static final JsonMapper JSON = new JsonMapper();

  private final List<Map<String, JsonNode>> rows = new ArrayList<>();
  private final List<Map<String, String>> requests = new ArrayList<>();
  private final Map<Integer, UnaryOperator<String>> damages = new HashMap<>();

  /** A service that knows so many plain asteroids, numbered from 1. */
  static FakeSbdb withBodies(int count) {
    FakeSbdb service = new FakeSbdb();
    for (int number = 1; number <= count; number++) {
      service.add(number);
    }
    return service;
  }

  /** A service that knows the first bodies of an answer saved before. */
  static FakeSbdb withFirstOf(String savedAnswer, int count) {
    FakeSbdb service = new FakeSbdb();
    JsonNode saved = read(savedAnswer);
    for (int row = 0; row < count; row++) {
      Map<String, JsonNode> values = new HashMap<>();
      for (int field = 0; field < saved.get("fields").size(); field++) {
        values.put(
            saved.get("fields").get(field).textValue(), saved.get("data").get(row).get(field));
      }
      service.rows.add(values);
    }
    return service;
  }

  /** Adds a plain asteroid at the end. */
  void add(int number) {
    Map<String, JsonNode> row = new HashMap<>();
    Map<String, String> plain =
        Map.of(
            "pdes", Integer.toString(number),
            "full_name", "  " + number + " (2001 AB" + number + ")",
            "e", ".12",
            "a", "2." + number,
            "i", "8.",
            "H", "15.1",
            "class", "MBA");
    plain.forEach((field, value) -> row.put(field, JSON.getNodeFactory().textNode(value)));
    rows.add(row);
  }

  /** Takes the last body away. */
  void removeLast() {
    rows.remove(rows.size() - 1);
  }

  /** Damages the answer to one request, the first being 1; may throw to give none. */
  FakeSbdb damage(int request, UnaryOperator<String> damage) {
    damages.put(request, damage);
    return this;
  }

  /** The parameters of every request so far. */
  List<Map<String, String>> requests() {
    return List.copyOf(requests);
  }

  /** The parameter limit-from of every request so far. */
  List<String> offsets() {
    return requests.stream().map(asked -> asked.getOrDefault("limit-from", "")).toList();
  }

  @Override
  public Download to(URI source, @Nullable Validators held) {
    Map<String, String> asked = parameters(source);
    requests.add(asked);
    UnaryOperator<String> damage = damages.getOrDefault(requests.size(), UnaryOperator.identity());
    return FakeUpstream.content(damage.apply(answer(asked)), Validators.NONE);
  }

  private static Map<String, String> parameters(URI source) {
    return Arrays.stream(String.valueOf(source.getQuery()).split("&"))
        .map(parameter -> parameter.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[pair.length - 1]));
  }

  private String answer(Map<String, String> asked) {
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("signature").put("version", "1.0");
    answer.put("count", rows.size());
    String fields = asked.get("fields");
    if (fields != null && !rows.isEmpty()) {
      List<String> names = List.of(fields.split(","));
      names.forEach(answer.putArray("fields")::add);
      addRows(answer.putArray("data"), names, asked);
    }
    return answer.toString();
  }

  private void addRows(ArrayNode data, List<String> names, Map<String, String> asked) {
    rows.stream()
        .skip(Long.parseLong(asked.getOrDefault("limit-from", "0")))
        .limit(Long.parseLong(asked.getOrDefault("limit", "999999")))
        .forEach(
            row -> {
              ArrayNode values = data.addArray();
              names.forEach(name -> values.add(row.get(name)));
            });
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
