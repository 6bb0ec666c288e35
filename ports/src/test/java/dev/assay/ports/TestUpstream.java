package dev.assay.ports;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A source on this machine that answers by script, and remembers what it was asked. */
public final class TestUpstream implements AutoCloseable {

  /** The Last-Modified date of everything published. */
  public static final String PUBLISHED = "Wed, 30 Sep 2026 10:15:30 GMT";

  private static final int NO_BODY = -1;
  private static final int CHUNKED = 0;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, HttpHandler> handlers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<ServerSocket> sockets = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** One request received. */
  public record Request(String pathAndQuery, Headers headers) {}

  /** One answer to give. */
  public static final class Answer {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
      this.status = status;
      this.headers = headers;
      this.body = body;
    }

    public static Answer of(int status) {
      return of(status, new byte[0]);
    }

    public static Answer of(int status, String body) {
      return of(status, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer of(int status, byte[] body) {
      return new Answer(status, Map.of(), body);
    }

    public static Answer redirect(int status, String location) {
      return of(status).with("Location", location);
    }

    /** The same answer with a header. */
    public Answer with(String name, String value) {
      Map<String, String> extended = new TreeMap<>(headers);
      extended.put(name, value);
      return new Answer(status, extended, body);
    }
  }

  private TestUpstream(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static TestUpstream start() {
    try {
      return new TestUpstream(HttpServer.create(new InetSocketAddress(loopback(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** Everything asked so far, in order of arrival. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Publishes content, or replaces it, with the validators HTTP has. */
  public URI publish(String path, byte[] content) {
    String etag = "\"" + Integer.toHexString(Arrays.hashCode(content)) + "\"";
    return handle(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", etag);
          exchange.getResponseHeaders().set("Last-Modified", PUBLISHED);
          boolean held = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          send(exchange, held ? Answer.of(304) : Answer.of(200, content));
        });
  }

  /** Gives these answers one after the other, and the last one from then on. */
  public URI answer(String path, Answer... script) {
    AtomicInteger next = new AtomicInteger();
    return handle(
        path,
        exchange -> send(exchange, script[Math.min(next.getAndIncrement(), script.length - 1)]));
  }

  /** Takes the request and never answers. */
  public URI silent(String path) {
    return handle(path, exchange -> awaitClosing());
  }

  /** Sends the beginning of a body and then nothing more. */
  public URI stalling(String path, String beginning) {
    return handle(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, CHUNKED);
          exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          awaitClosing();
        });
  }

  /** Sends a body without an announced length, as long as the reader takes it. */
  public URI endless(String path, byte[] repeated) {
    return handle(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, CHUNKED);
          while (closing.getCount() > 0) {
            exchange.getResponseBody().write(repeated);
          }
        });
  }

  public URI handle(String path, HttpHandler handler) {
    handlers.put(path, handler);
    return uri(path);
  }

  /** Answers each connection, after its request, with these characters as they are, and cuts it. */
  public URI raw(String answer) {
    ServerSocket socket = listen();
    threads.execute(() -> serveRaw(socket, answer.getBytes(StandardCharsets.ISO_8859_1)));
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  /** An address where nobody listens. */
  public static URI unreachable() {
    try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
    for (ServerSocket socket : sockets) {
      closeQuietly(socket);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(
          new Request(exchange.getRequestURI().toString(), copyOf(exchange.getRequestHeaders())));
      handlers
          .getOrDefault(
              exchange.getRequestURI().getPath(), absent -> send(absent, Answer.of(404, "absent")))
          .handle(exchange);
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers.forEach(exchange.getResponseHeaders()::set);
    int length = answer.body.length;
    exchange.sendResponseHeaders(answer.status, length == 0 ? NO_BODY : length);
    if (length > 0) {
      exchange.getResponseBody().write(answer.body);
    }
  }

  private void serveRaw(ServerSocket socket, byte[] answer) {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        requests.add(readRequest(connection));
        connection.getOutputStream().write(answer);
      } catch (IOException e) {
        assertThat(closing.getCount()).as("raw connection: %s", e).isZero();
      }
    }
  }

  private static Request readRequest(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String first = in.readLine();
    for (String line = first; line != null && !line.isEmpty(); line = in.readLine()) {
      // The rest of the head is of no interest, but unread it would turn the close into a reset.
    }
    return new Request(first == null ? "" : first.split(" ")[1], new Headers());
  }

  private ServerSocket listen() {
    try {
      ServerSocket socket = new ServerSocket(0, 50, loopback());
      sockets.add(socket);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitClosing() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Headers copyOf(Headers headers) {
    Headers copy = new Headers();
    copy.putAll(headers);
    return copy;
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  private static void closeQuietly(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
