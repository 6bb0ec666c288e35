package dev.assay.lambda;

import dev.assay.application.message.BatchCodec;
import dev.assay.application.message.CompletionCodec;
import dev.assay.aws.Backoff;
import dev.assay.aws.DynamoDbCatalogue;
import dev.assay.aws.DynamoDbRunLedger;
import dev.assay.aws.QueueUrls;
import dev.assay.aws.S3ObjectStore;
import dev.assay.aws.SnsNotifier;
import dev.assay.aws.SqsBatchQueue;
import dev.assay.aws.TableNames;
import dev.assay.aws.emulator.Emulators;
import dev.assay.http.HttpDownloader;
import dev.assay.http.HttpSettings;
import dev.assay.http.HttpSettings.Retries;
import dev.assay.http.HttpSettings.UserAgent;
import dev.assay.ports.BatchQueue;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Catalogue;
import dev.assay.ports.Downloader;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.Notifier;
import dev.assay.ports.ObjectStore;
import dev.assay.ports.ParseCompleted;
import dev.assay.ports.RunLedger;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A deployment of its own on the emulators: bucket, tables, queues and topic. */
final class EmulatorPorts implements Ports {

  private static final int ATTEMPTS = Emulators.IMPATIENT.attempts();

  final String bucket = Emulators.newBucket();
  final TableNames tables = Emulators.newTables();
  final QueueUrls dataQueue = Emulators.newQueue();
  final QueueUrls completionQueue = Emulators.newQueue();
  final String topic = Emulators.newTopic();
  final Lines lines = new Lines();

  private final S3Client s3;
  private final SqsClient sqs;
  private final DynamoDbClient dynamoDb;

  private final Downloader web =
      new HttpDownloader(
          new HttpSettings(
              new UserAgent("Assay", "test", "https://assay.dev"),
              HttpSettings.Timeouts.DEFAULT,
              new Retries(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMillis(1)),
              HttpSettings.Limits.DEFAULT));

  EmulatorPorts() {
    this(Emulators.s3(), Emulators.sqs(), Emulators.dynamoDb());
  }

  /** A deployment that is reached through clients of the test's own. */
  EmulatorPorts(S3Client s3, SqsClient sqs, DynamoDbClient dynamoDb) {
    this.s3 = s3;
    this.sqs = sqs;
    this.dynamoDb = dynamoDb;
  }

  /** What the functions of the pipeline are made of. */
  Assembly assembly(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>(Map.of("ASSAY_BUCKET", bucket));
    environment.put("ASSAY_ALLOW_HTTP", "true");
    environment.putAll(settings);
    return new Assembly(
        this, Settings.read(environment, EnumSet.of(Setting.BUCKET)), lines.lines());
  }

  /** What the function that writes is made of. */
  WriteAssembly writeAssembly() {
    return writeAssembly(Emulators.HURRIED);
  }

  /** What the function that writes is made of, with a policy for requests to its tables. */
  WriteAssembly writeAssembly(Backoff backoff) {
    Deadline deadline = new Deadline(WriteAssembly.MARGIN);
    Backoff limited = backoff.within(deadline::left);
    return new WriteAssembly(
        queue(dataQueue, new BatchCodec()),
        ATTEMPTS,
        new DynamoDbCatalogue(dynamoDb, tables, limited),
        new DynamoDbRunLedger(dynamoDb, tables, limited),
        deadline,
        new Redelivery.Delays(Duration.ZERO, Duration.ZERO, () -> 0),
        lines.lines(),
        clock());
  }

  private <M> SqsBatchQueue<M> queue(QueueUrls urls, MessageCodec<M> codec) {
    return new SqsBatchQueue<>(sqs, urls, codec, Emulators.IMPATIENT, Clock.systemUTC());
  }

  @Override
  public ObjectStore objects(String name) {
    return new S3ObjectStore(s3, name);
  }

  @Override
  public Catalogue catalogue() {
    return new DynamoDbCatalogue(dynamoDb, tables, Emulators.HURRIED);
  }

  @Override
  public RunLedger ledger() {
    return new DynamoDbRunLedger(dynamoDb, tables, Emulators.HURRIED);
  }

  @Override
  public BatchQueue<BodyBatch> batches() {
    return queue(dataQueue, new BatchCodec());
  }

  @Override
  public BatchQueue<ParseCompleted> completions() {
    return queue(completionQueue, new CompletionCodec());
  }

  @Override
  public Notifier notifier() {
    return new SnsNotifier(Emulators.sns(), topic);
  }

  /** The subjects of what people were told. */
  List<String> told() {
    return Emulators.snsStub().published(topic).stream()
        .map(published -> published.subject())
        .toList();
  }

  /** The texts of what people were told. */
  List<String> mails() {
    return Emulators.snsStub().published(topic).stream()
        .map(published -> published.message())
        .toList();
  }

  @Override
  public Downloader web() {
    return web;
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }
}
