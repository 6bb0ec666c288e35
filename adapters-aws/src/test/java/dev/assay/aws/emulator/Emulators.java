package dev.assay.aws.emulator;

import dev.assay.aws.Backoff;
import dev.assay.aws.QueueUrls;
import dev.assay.aws.SqsSettings;
import dev.assay.aws.StateTable;
import dev.assay.aws.TableNames;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * DynamoDBLocal, ElasticMQ, s3proxy and a stub of SNS in this JVM. Each starts when it is first
 * asked for and lives as long as the JVM; tests keep apart by tables, queues, buckets and topics of
 * their own.
 */
public final class Emulators {

  /** Patience for emulators, which never need any: as many attempts as ever, without pauses. */
  public static final Backoff HURRIED =
      new Backoff(10, Duration.ZERO, Duration.ZERO, duration -> {}, () -> 0);

  /** What a queue allows on AWS, but without waiting where the emulator answers at once. */
  public static final SqsSettings IMPATIENT =
      new SqsSettings(
          SqsSettings.defaults().messages(),
          SqsSettings.defaults().attempts(),
          SqsSettings.defaults().patience(),
          Duration.ofMillis(5),
          SqsSettings.defaults().visibility(),
          SqsSettings.defaults().maxMessageBytes());

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int RECEIVES_BEFORE_SQS_GIVES_UP = 100;

  private Emulators() {}

  /** The client of DynamoDBLocal. */
  public static DynamoDbClient dynamoDb() {
    return LocalDynamoDb.CLIENT;
  }

  /** Where DynamoDBLocal listens. */
  public static URI dynamoDbEndpoint() {
    return LocalDynamoDb.ENDPOINT;
  }

  /** The client of ElasticMQ. */
  public static SqsClient sqs() {
    return LocalSqs.CLIENT;
  }

  /** Where ElasticMQ listens. */
  public static URI sqsEndpoint() {
    return LocalSqs.ENDPOINT;
  }

  /** The client of s3proxy. */
  public static S3Client s3() {
    return LocalS3.CLIENT;
  }

  /** Where s3proxy listens. */
  public static URI s3Endpoint() {
    return LocalS3.ENDPOINT;
  }

  /** The client of the stub of SNS. */
  public static SnsClient sns() {
    return LocalSns.CLIENT;
  }

  /** The stub of SNS, which knows what was published. */
  public static SnsStub snsStub() {
    return LocalSns.STUB;
  }

  /** A name that nothing else in this JVM has. */
  public static String newName() {
    return "assay-" + NUMBER.incrementAndGet();
  }

  /** The names of a catalogue of its own, whose table of the state exists. */
  public static TableNames newTables() {
    TableNames tables = new TableNames(newName());
    StateTable.create(dynamoDb(), tables, HURRIED);
    return tables;
  }

  /** An empty bucket. */
  public static String newBucket() {
    String bucket = newName();
    s3().createBucket(r -> r.bucket(bucket));
    return bucket;
  }

  /** An empty queue with a dead-letter queue. */
  public static QueueUrls newQueue() {
    return newQueue(sqs(), newName());
  }

  /** Makes an empty queue of this name, and a dead-letter queue that its redrive policy names. */
  public static QueueUrls newQueue(SqsClient client, String name) {
    String deadLetters = client.createQueue(r -> r.queueName(name + "-dead-letters")).queueUrl();
    String arn =
        client
            .getQueueAttributes(
                r -> r.queueUrl(deadLetters).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    String policy =
        "{\"deadLetterTargetArn\":\""
            + arn
            + "\",\"maxReceiveCount\":"
            + RECEIVES_BEFORE_SQS_GIVES_UP
            + "}";
    String queue =
        client
            .createQueue(
                r ->
                    r.queueName(name).attributes(Map.of(QueueAttributeName.REDRIVE_POLICY, policy)))
            .queueUrl();
    return new QueueUrls(queue, deadLetters);
  }

  /** The address of a topic. */
  public static String newTopic() {
    String name = newName();
    return sns().createTopic(r -> r.name(name)).topicArn();
  }
}
