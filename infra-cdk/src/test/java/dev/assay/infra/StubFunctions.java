package dev.assay.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.application.workflow.StepName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers for all functions at once, as far as the state machine reads the answers. Which call
 * fails, and how, stands in the input of the execution: "failures" has an error name for a step,
 * with "part" for one of its parts only; "parts" says how many parts there are said to be.
 */
final class StubFunctions implements AutoCloseable {

  static final String MESSAGE = "ended by the platform";

  private static final int MOST_WAITING = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, JsonNode> failuresTold = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  StubFunctions() throws IOException {
    server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), MOST_WAITING);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What notify failure was given, by the name of the execution. */
  Map<String, JsonNode> failuresTold() {
    return failuresTold;
  }

  /** The cause of a failure as Lambda gives it. */
  static String cause(String error) {
    return JSON.createObjectNode().put("errorType", error).put("errorMessage", MESSAGE).toString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode event = JSON.readTree(exchange.getRequestBody().readAllBytes());
    String function = exchange.getRequestURI().getPath().substring(1);
    StepName step = MachineDefinition.step(function, event.path("action").asText(""));
    if (step == StepName.NOTIFY_FAILURE) {
      failuresTold.put(event.at("/execution/name").asText(), event);
    }
    Optional<String> error = failure(step, event);
    if (error.isPresent()) {
      exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
    }
    // A connection that is kept may be closed at the moment when the next request is sent on it.
    exchange.getResponseHeaders().add("Connection", "close");
    byte[] body =
        error
            .map(StubFunctions::cause)
            .orElseGet(() -> result(step, event))
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Optional<String> failure(StepName step, JsonNode event) {
    JsonNode request = event.get("request");
    boolean anotherPart = event.has("part") && !event.get("part").equals(request.get("part"));
    return anotherPart
        ? Optional.empty()
        : Optional.ofNullable(request.at("/failures").get(step.name())).map(JsonNode::asText);
  }

  private static String result(StepName step, JsonNode event) {
    return switch (step) {
      case GET_LATEST_ASTEROIDS ->
          "{\"finished\":true,\"parts\":" + event.at("/request/parts") + ",\"partNumbers\":[0,1]}";
      case AWAIT_WRITES -> "{\"finished\":true}";
      case PARSE_HORIZON -> "{\"rows\":1}";
      default -> "{}";
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
