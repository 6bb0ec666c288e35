package dev.assay.lambda;

import dev.assay.application.BuildVersion;
import dev.assay.application.message.BatchCodec;
import dev.assay.application.message.CompletionCodec;
import dev.assay.aws.AwsClients;
import dev.assay.aws.Backoff;
import dev.assay.aws.DynamoDbCatalogue;
import dev.assay.aws.DynamoDbRunLedger;
import dev.assay.aws.QueueUrls;
import dev.assay.aws.S3ObjectStore;
import dev.assay.aws.SnsNotifier;
import dev.assay.aws.SqsBatchQueue;
import dev.assay.aws.SqsSettings;
import dev.assay.aws.TableNames;
import dev.assay.http.HttpDownloader;
import dev.assay.http.HttpSettings;
import dev.assay.http.HttpSettings.UserAgent;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Downloader;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.Notifier;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The ports on AWS. The clients that the settings call for are made at once: Lambda gives a
 * function a full processor while it starts, and a part of one for its calls.
 */
final class AwsPorts implements Ports {

  private final Settings settings;
  private final Clock clock;
  private final AwsClients clients = AwsClients.fromEnvironment();
  private @Nullable Downloader web;

  AwsPorts(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    makeClients();
  }

  private void makeClients() {
    if (settings.has(Setting.BUCKET)) {
      clients.s3();
    }
    if (settings.has(Setting.CATALOGUE)) {
      clients.dynamoDb();
    }
    if (settings.has(Setting.DATA_QUEUE_URL) || settings.has(Setting.COMPLETION_QUEUE_URL)) {
      clients.sqs();
    }
    if (settings.has(Setting.TOPIC_ARN)) {
      clients.sns();
    }
  }

  @Override
  public ObjectStore objects(String bucket) {
    return new S3ObjectStore(clients.s3(), bucket);
  }

  @Override
  public Catalogue catalogue() {
    return new DynamoDbCatalogue(clients.dynamoDb(), tables(), Backoff.standard());
  }

  @Override
  public RunLedger ledger() {
    return new DynamoDbRunLedger(clients.dynamoDb(), tables(), Backoff.standard());
  }

  private TableNames tables() {
    return new TableNames(settings.text(Setting.CATALOGUE));
  }

  @Override
  public BatchQueue<BodyBatch> batches() {
    return queue(Setting.DATA_QUEUE_URL, Setting.DATA_DEAD_LETTER_QUEUE_URL, new BatchCodec());
  }

  @Override
  public BatchQueue<ParseCompleted> completions() {
    return queue(
        Setting.COMPLETION_QUEUE_URL,
        Setting.COMPLETION_DEAD_LETTER_QUEUE_URL,
        new CompletionCodec());
  }

  private <M> SqsBatchQueue<M> queue(Setting queue, Setting deadLetters, MessageCodec<M> codec) {
    QueueUrls urls = new QueueUrls(settings.text(queue), settings.text(deadLetters));
    return new SqsBatchQueue<>(clients.sqs(), urls, codec, SqsSettings.defaults(), clock);
  }

  @Override
  public Notifier notifier() {
    return new SnsNotifier(clients.sns(), settings.text(Setting.TOPIC_ARN));
  }

  /** One for the whole process: it sends one request at a time to a host. */
  @Override
  public synchronized Downloader web() {
    if (web == null) {
      web = new HttpDownloader(HttpSettings.of(agent()));
    }
    return web;
  }

  private UserAgent agent() {
    try {
      return new UserAgent("Assay", BuildVersion.text(), settings.text(Setting.CONTACT));
    } catch (IllegalArgumentException e) {
      throw PortException.permanent(Setting.CONTACT.variable() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Clock clock() {
    return clock;
  }
}
