package dev.assay.infra.run;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A process in which one function runs as on Lambda: made once by its constructor without arguments
 * from the environment variables, called by name, failures answered as errorType and errorMessage.
 * Prints the port it listens at, and ends with the process that started it.
 */
final class FunctionHost {

  /** That of the writer, the shortest there is. */
  private static final Duration TIME_OUT = Duration.ofMinutes(1);

  private final RequestStreamHandler handler;

  private FunctionHost(RequestStreamHandler handler) {
    this.handler = handler;
  }

  /** Takes the name of the handler as it stands in the template. */
  public static void main(String[] arguments) throws Exception {
    String type = arguments[0].replace("::handleRequest", "");
    FunctionHost host =
        new FunctionHost(
            Class.forName(type)
                .asSubclass(RequestStreamHandler.class)
                .getDeclaredConstructor()
                .newInstance());
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", host::answer);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    System.out.println("port " + server.getAddress().getPort());
    while (System.in.read() >= 0) {
      // The other end is closed when the test's process ends.
    }
    System.exit(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] answer;
    try {
      handler.handleRequest(exchange.getRequestBody(), out, context());
      answer = out.toByteArray();
    } catch (RuntimeException e) {
      exchange.getResponseHeaders().add("X-Amz-Function-Error", "Unhandled");
      answer = error(e.getClass().getName(), String.valueOf(e.getMessage()));
    }
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  static byte[] error(String type, String message) throws IOException {
    return JsonMapper.builder()
        .build()
        .writeValueAsString(Map.of("errorType", type, "errorMessage", message))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Knows no more than the functions ask for. */
  private static Context context() {
    long end = System.nanoTime() + TIME_OUT.toNanos();
    return (Context)
        Proxy.newProxyInstance(
            FunctionHost.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, values) ->
                switch (method.getName()) {
                  case "getRemainingTimeInMillis" -> (int) ((end - System.nanoTime()) / 1_000_000);
                  case "getAwsRequestId" -> "request";
                  case "getFunctionName" -> "function";
                  case "getFunctionVersion" -> "1";
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
