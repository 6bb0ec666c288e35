package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A server that answers as JPL's SBDB Query API does: fields, limit and limit-from. */
final class SbdbServer implements AutoCloseable {

  private final HttpServer server;
  private final int count;
  private final BiFunction<Integer, String, @Nullable String> cell;
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final List<Integer> failing = new CopyOnWriteArrayList<>();
  private volatile boolean unavailable;

  private SbdbServer(int count, BiFunction<Integer, String, @Nullable String> cell)
      throws IOException {
    this.count = count;
    this.cell = cell;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/sbdb_query.api", this::answer);
    server.start();
  }

  /** Serves the rows of an answer that was saved. */
  static SbdbServer ofAnswer(byte[] saved) throws IOException {
    JsonNode answer = new JsonMapper().readTree(saved);
    Map<String, Integer> columns = new HashMap<>();
    answer.get("fields").forEach(field -> columns.put(field.textValue(), columns.size()));
    List<JsonNode> rows = new ArrayList<>();
    answer.get("data").forEach(rows::add);
    return new SbdbServer(
        rows.size(),
        (row, field) -> {
          Integer column = columns.get(field);
          JsonNode value = column == null ? null : rows.get(row).get(column);
          return value == null || value.isNull() ? null : value.asText();
        });
  }

  /** Serves as many made-up asteroids as asked. */
  static SbdbServer ofMany(int count) throws IOException {
    return new SbdbServer(count, SbdbServer::madeUp);
  }

  private static @Nullable String madeUp(int row, String field) {
    return switch (field) {
      case "pdes" -> Integer.toString(row + 1);
      case "full_name" -> "  " + (row + 1) + " (2001 AB" + row + ")";
      case "e" -> "0." + (10 + row % 40);
      case "a" -> "2." + (1000 + row % 1200);
      case "i" -> (row % 30) + ".25";
      case "H" -> (12 + row % 9) + ".35";
      case "class" -> "MBA";
      case "neo", "pha" -> "N";
      case "moid" -> "1." + row % 999;
      case "diameter" -> row % 10 == 0 ? "4." + row % 900 : null;
      case "albedo" -> row % 10 == 0 ? "0.1" + row % 90 : null;
      default -> null;
    };
  }

  /** Where it is asked. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/sbdb_query.api");
  }

  /** What was asked so far. */
  List<String> queries() {
    return List.copyOf(queries);
  }

  /** Cuts short the answers to these requests, the first being 1. */
  void cutShort(Integer... requests) {
    failing.addAll(Arrays.asList(requests));
  }

  /** Answers 503 from now on. */
  void becomeUnavailable() {
    unavailable = true;
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (unavailable) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    queries.add(query);
    Map<String, String> asked =
        Arrays.stream(query.split("&"))
            .map(parameter -> parameter.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = new BufferedOutputStream(exchange.getResponseBody(), 1 << 16)) {
      if (failing.contains(queries.size())) {
        out.write("{\"signature\":{\"version\":\"1.0\"},\"fields\":[\"pd".getBytes(UTF_8));
      } else {
        write(out, asked);
      }
    }
  }

  private void write(OutputStream out, Map<String, String> asked) throws IOException {
    List<String> fields = List.of(asked.getOrDefault("fields", "pdes").split(","));
    int from = Integer.parseInt(asked.getOrDefault("limit-from", "0"));
    int to = Math.min(count, from + Integer.parseInt(asked.getOrDefault("limit", "1000000000")));
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeObjectFieldStart("signature");
      json.writeStringField("version", "1.0");
      json.writeEndObject();
      json.writeFieldName("fields");
      json.writeArray(fields.toArray(String[]::new), 0, fields.size());
      json.writeArrayFieldStart("data");
      for (int row = from; row < to; row++) {
        json.writeStartArray();
        for (String field : fields) {
          json.writeString(cell.apply(row, field));
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeNumberField("count", count);
      json.writeEndObject();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
