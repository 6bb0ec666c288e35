package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * As much of Lambda's Runtime API as a function needs: hands out events, one at a time, and takes
 * the answers. Start the JVM with {@code sun.net.httpserver.nodelay}, or each answer waits 40 ms.
 */
final class RuntimeApi implements AutoCloseable {

  private static final int FUNCTION_TIME_MILLIS = 900_000;

  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final HttpServer server;

  /**
   * What a function gave back.
   *
   * @param failed whether it is an error
   * @param body its JSON
   */
  record Answer(boolean failed, String body) {}

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "runtime-api");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/2018-06-01/runtime/", this::handle);
    server.start();
  }

  /** What {@code AWS_LAMBDA_RUNTIME_API} has to say. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands an event to the function. */
  void send(String event) {
    events.add(event);
  }

  /** What the function gave back next. */
  Answer answer() throws InterruptedException {
    Answer answer = answers.poll(2, TimeUnit.MINUTES);
    if (answer == null) {
      throw new IllegalStateException("the function gave no answer");
    }
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.endsWith("/invocation/next")) {
      handOut(exchange);
    } else {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      answers.add(new Answer(path.endsWith("/error"), body));
      reply(exchange, 202, "{}");
    }
  }

  private void handOut(HttpExchange exchange) throws IOException {
    try {
      String event = events.take();
      exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", "request-1");
      exchange
          .getResponseHeaders()
          .set(
              "Lambda-Runtime-Deadline-Ms",
              Long.toString(System.currentTimeMillis() + FUNCTION_TIME_MILLIS));
      exchange
          .getResponseHeaders()
          .set(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:us-east-1:000000000000:function:assay");
      reply(exchange, 200, event);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    // Without it, the native client of the runtime crashes.
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
