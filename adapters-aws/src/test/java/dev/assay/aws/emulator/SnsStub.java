package dev.assay.aws.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * As much of SNS as publishing needs: it makes topics, takes what SNS would take, refuses what it
 * would refuse, and remembers what was published.
 */
public final class SnsStub {

  private static final int MOST_BYTES = 256 << 10;

  private final Set<String> topics = ConcurrentHashMap.newKeySet();
  private final List<Published> published = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  /** What was published. */
  public record Published(String topicArn, String subject, String message, String outcome) {}

  private SnsStub(HttpServer server) {
    this.server = server;
  }

  static SnsStub start() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      SnsStub stub = new SnsStub(HttpServer.create(anyPort, 0));
      stub.server.createContext("/", stub::handle);
      stub.server.setExecutor(
          Executors.newCachedThreadPool(
              work -> {
                Thread thread = new Thread(work, "sns-stub");
                thread.setDaemon(true);
                return thread;
              }));
      stub.server.start();
      return stub;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was published to a topic, in order. */
  public List<Published> published(String topicArn) {
    return published.stream().filter(one -> one.topicArn().equals(topicArn)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String action = form.getOrDefault("Action", "");
    switch (action) {
      case "CreateTopic" -> createTopic(exchange, form);
      case "Publish" -> publish(exchange, form);
      default -> refuse(exchange, 400, "InvalidAction", action);
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      fields.put(
          URLDecoder.decode(pair.substring(0, equals), UTF_8),
          URLDecoder.decode(pair.substring(equals + 1), UTF_8));
    }
    return fields;
  }

  private void createTopic(HttpExchange exchange, Map<String, String> form) throws IOException {
    String arn = "arn:aws:sns:us-east-1:000000000000:" + form.get("Name");
    topics.add(arn);
    answer(exchange, 200, result("CreateTopic", "<TopicArn>" + arn + "</TopicArn>"));
  }

  private void publish(HttpExchange exchange, Map<String, String> form) throws IOException {
    String topic = form.getOrDefault("TopicArn", "");
    String subject = form.getOrDefault("Subject", "");
    String message = form.getOrDefault("Message", "");
    if (!topics.contains(topic)) {
      refuse(exchange, 404, "NotFound", "Topic does not exist");
    } else if (!subject.matches("[\\x21-\\x7e][\\x20-\\x7e]{0,99}")) {
      refuse(exchange, 400, "InvalidParameter", "Subject");
    } else if (message.isEmpty() || message.getBytes(UTF_8).length > MOST_BYTES) {
      refuse(exchange, 400, "InvalidParameter", "Message");
    } else {
      String outcome = form.getOrDefault("MessageAttributes.entry.1.Value.StringValue", "");
      published.add(new Published(topic, subject, message, outcome));
      answer(exchange, 200, result("Publish", "<MessageId>" + published.size() + "</MessageId>"));
    }
  }

  private static String result(String action, String content) {
    return "<"
        + action
        + "Response xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><"
        + action
        + "Result>"
        + content
        + "</"
        + action
        + "Result></"
        + action
        + "Response>";
  }

  private static void refuse(HttpExchange exchange, int status, String code, String message)
      throws IOException {
    String error =
        "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>"
            + code
            + "</Code><Message>"
            + message
            + "</Message></Error></ErrorResponse>";
    answer(exchange, status, error);
  }

  private static void answer(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
