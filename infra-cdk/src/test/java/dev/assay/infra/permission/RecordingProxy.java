package dev.assay.infra.permission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/** Stands before the emulator of one service for one function, and hands every request on. */
final class RecordingProxy {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Headers that each connection has of its own. */
  private static final Set<String> OF_CONNECTIONS =
      Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

  private final String function;
  private final String service;
  private final URI emulator;
  private final Recorder recorder;
  private final HttpServer server;

  RecordingProxy(String function, String service, URI emulator, Recorder recorder)
      throws IOException {
    this.function = function;
    this.service = service;
    this.emulator = emulator;
    this.recorder = recorder;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      RecordedRequest request = request(exchange, body);
      Optional<RefusedRequest> refusal = recorder.refusal(request);
      if (refusal.isPresent()) {
        recorder.add(request, refusal.get().status());
        refuse(exchange, refusal.get());
        return;
      }
      HttpResponse<byte[]> answer = forward(exchange, body);
      recorder.add(request, answer.statusCode());
      answer(exchange, answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private RecordedRequest request(HttpExchange exchange, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new RecordedRequest(
        function,
        service,
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        headers,
        service.equals("s3") ? "" : new String(body, UTF_8));
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    URI uri = exchange.getRequestURI();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(emulator + uri.toString()))
            .method(
                exchange.getRequestMethod(),
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_CONNECTIONS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    boolean ofHead = exchange.getRequestMethod().equals("HEAD");
    for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
      boolean own = OF_CONNECTIONS.contains(header.getKey().toLowerCase(Locale.ROOT));
      if (!own || (ofHead && header.getKey().equalsIgnoreCase("content-length"))) {
        exchange.getResponseHeaders().put(header.getKey(), header.getValue());
      }
    }
    byte[] body = answer.body();
    exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static void refuse(HttpExchange exchange, RefusedRequest refusal) throws IOException {
    byte[] body =
        ("{\"__type\":\"" + refusal.code() + "\",\"message\":\"as the test wants it\"}")
            .getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(refusal.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}
