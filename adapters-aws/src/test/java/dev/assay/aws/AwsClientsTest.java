package dev.assay.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.Local;
import dev.assay.ports.GenerationId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clients as they are in production, against a service that always asks to slow down. */
class AwsClientsTest {

  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;
  private final Map<String, String> settings;

  AwsClientsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::slowDown);
    settings =
        Map.of(
            "aws.region",
            "us-east-1",
            "aws.accessKeyId",
            Local.CREDENTIALS.accessKeyId(),
            "aws.secretAccessKey",
            Local.CREDENTIALS.secretAccessKey(),
            "aws.endpointUrlDynamoDb",
            "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void slowDown(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    byte[] answer =
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\"}".getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(400, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @BeforeEach
  void start() {
    settings.forEach(System::setProperty);
    server.start();
  }

  @AfterEach
  void stop() {
    settings.keySet().forEach(System::clearProperty);
    server.stop(0);
  }

  @Test
  void dynamoDb_throttled_isRepeatedByOnePolicyOnly() {
    try (AwsClients clients = AwsClients.fromEnvironment()) {
      DynamoDbRunLedger ledger =
          new DynamoDbRunLedger(
              clients.dynamoDb(), new TableNames("assay-test"), Emulators.HURRIED);

      assertThatThrownBy(() -> ledger.chunks(new GenerationId("run-1")))
          .hasMessageContaining("AWS asks to slow down");
    }
    assertThat(requests).hasValue(Emulators.HURRIED.attempts());
  }
}
