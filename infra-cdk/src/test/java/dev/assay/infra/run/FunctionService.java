package dev.assay.infra.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.infra.permission.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/**
 * What Lambda is to the state machine: calls functions by name, each in a process that is started
 * when it is first needed, and now and then ends one before it could answer.
 */
final class FunctionService {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How the platform interferes with a call: an errorType, or nothing. */
  interface Trouble extends BiFunction<String, JsonNode, Optional<String>> {}

  static final Trouble NONE = (function, event) -> Optional.empty();

  private final Map<String, FunctionProcess> processes = new ConcurrentHashMap<>();
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final EmulatedStack stack;
  private final Recorder recorder;
  private final Path folder;
  private final Path classPath;
  private final HttpServer server;
  private volatile Trouble trouble = NONE;

  FunctionService(EmulatedStack stack, Recorder recorder, Path folder) throws IOException {
    this.stack = stack;
    this.recorder = recorder;
    this.folder = folder;
    this.classPath = FunctionProcess.classPath(folder);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Forgets earlier calls, and interferes with those to come. */
  void begin(Trouble next) {
    calls.clear();
    trouble = next;
  }

  /** What was called, for example "CreateTable verify" or "ParseHorizon part 1". */
  List<String> calls() {
    return List.copyOf(calls);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String function = exchange.getRequestURI().getPath().substring(1);
    byte[] event = exchange.getRequestBody().readAllBytes();
    JsonNode json = JSON.readTree(event);
    calls.add(described(function, json));
    Optional<String> ended = trouble.apply(function, json);
    byte[] answer;
    boolean failed;
    if (ended.isPresent()) {
      failed = true;
      answer = FunctionHost.error(ended.get(), "RequestId: 1 Error: ended by the platform");
    } else {
      HttpResponse<byte[]> response = call(function, event);
      failed = response.headers().firstValue("X-Amz-Function-Error").isPresent();
      answer = response.body();
    }
    if (failed) {
      exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
    }
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String described(String function, JsonNode event) {
    String action = event.path("action").asText("");
    String part = event.has("part") ? "part " + event.get("part") : "";
    return (function + " " + action + part).strip();
  }

  /** Calls a function past the state machine, as the event source does. */
  HttpResponse<byte[]> call(String function, byte[] event) throws IOException {
    try {
      return processes.computeIfAbsent(function, this::start).call(event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Starts one more process of a function, as Lambda does when there is more to do. */
  FunctionProcess start(String function) {
    try {
      return new FunctionProcess(stack, function, recorder.addresses(function), classPath, folder);
    } catch (IOException e) {
      throw new UncheckedIOException(function, e);
    }
  }
}
