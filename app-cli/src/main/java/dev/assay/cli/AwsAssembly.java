package dev.assay.cli;

import dev.assay.application.message.BatchCodec;
import dev.assay.application.message.CompletionCodec;
import dev.assay.aws.AwsClients;
import dev.assay.aws.Backoff;
import dev.assay.aws.DynamoDbCatalogue;
import dev.assay.aws.DynamoDbRunLedger;
import dev.assay.aws.QueueUrls;
import dev.assay.aws.SqsBatchQueue;
import dev.assay.aws.SqsSettings;
import dev.assay.aws.TableNames;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.PortException;
import dev.assay.ports.RunRecord;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The place where the adapters of AWS are made, with the clients that the environment describes.
 * Apart from {@link Assembly}, so that local commands load nothing of AWS.
 */
final class AwsAssembly implements AutoCloseable {

  private final AwsClients clients;

  private AwsAssembly(AwsClients clients) {
    this.clients = clients;
  }

  static AwsAssembly fromEnvironment() {
    return new AwsAssembly(AwsClients.fromEnvironment());
  }

  CatalogueReader openCatalogue(String name) {
    return catalogue(name)
        .read()
        .orElseThrow(
            () ->
                PortException.permanent(
                    "no generation of the catalogue "
                        + name
                        + " is active yet; start its state machine"));
  }

  Optional<CatalogueReader> openPrevious(String name) {
    return catalogue(name).readPrevious();
  }

  Optional<GenerationId> rollback(String name) {
    return catalogue(name).rollback();
  }

  private DynamoDbCatalogue catalogue(String name) {
    return new DynamoDbCatalogue(clients.dynamoDb(), new TableNames(name), Backoff.brief());
  }

  List<RunRecord> runs(String name, int limit) {
    return new DynamoDbRunLedger(clients.dynamoDb(), new TableNames(name), Backoff.brief())
        .history(limit);
  }

  /** The queue of the catalogue's own name and kind. */
  BatchQueue<?> queue(QueueKind kind, String name) {
    return queue(kind, QueueUrls.find(clients.sqs(), name + "-" + kind.code()));
  }

  /** The queue at a URL. */
  BatchQueue<?> queueAt(QueueKind kind, String url) {
    return queue(kind, QueueUrls.ofQueue(clients.sqs(), url));
  }

  private BatchQueue<?> queue(QueueKind kind, QueueUrls urls) {
    return switch (kind) {
      case DATA -> queue(urls, new BatchCodec());
      case COMPLETIONS -> queue(urls, new CompletionCodec());
    };
  }

  private <M> BatchQueue<M> queue(QueueUrls urls, MessageCodec<M> codec) {
    return new SqsBatchQueue<>(
        clients.sqs(), urls, codec, SqsSettings.defaults(), Clock.systemUTC());
  }

  @Override
  public void close() {
    clients.close();
  }
}
