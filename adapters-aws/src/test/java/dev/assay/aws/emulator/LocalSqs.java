package dev.assay.aws.emulator;

import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;

/** ElasticMQ. */
final class LocalSqs {

  static final URI ENDPOINT = start();
  static final SqsClient CLIENT = Local.to(ENDPOINT, SqsClient.builder()).build();

  private LocalSqs() {}

  private static URI start() {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    int port = server.waitUntilStarted().localAddress().getPort();
    return URI.create("http://127.0.0.1:" + port);
  }
}
