package dev.assay.aws.emulator;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDBLocal, in memory. */
final class LocalDynamoDb {

  static final URI ENDPOINT = start();
  static final DynamoDbClient CLIENT = Local.to(ENDPOINT, DynamoDbClient.builder()).build();

  private LocalDynamoDb() {}

  private static URI start() {
    try {
      int port = freePort();
      String[] arguments = {
        "-disableTelemetry", "-inMemory", "-sharedDb", "-port", Integer.toString(port)
      };
      DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(arguments);
      server.start();
      return URI.create("http://127.0.0.1:" + port);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDBLocal does not start", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
