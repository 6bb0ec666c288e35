package dev.assay.aws;

import dev.assay.ports.PortException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The clients of one process, each made on first use: region, credentials and endpoints come from
 * the standard places ({@code AWS_REGION}, {@code AWS_PROFILE}, {@code AWS_ENDPOINT_URL} and their
 * like), requests go through the JDK's own HTTP client. Thread-safe.
 */
public final class AwsClients implements AutoCloseable {

  /** A long poll takes 20 seconds. */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(60);

  private final Deque<SdkAutoCloseable> opened = new ArrayDeque<>();
  private @Nullable SdkHttpClient http;
  private @Nullable S3Client s3;
  private @Nullable SqsClient sqs;
  private @Nullable DynamoDbClient dynamoDb;
  private @Nullable SnsClient sns;

  private final boolean isRealS3;

  private AwsClients(Map<String, String> environment) {
    isRealS3 =
        !environment.containsKey("AWS_ENDPOINT_URL")
            && !environment.containsKey("AWS_ENDPOINT_URL_S3");
  }

  /**
   * Clients as the environment says.
   *
   * @return none made yet
   */
  public static AwsClients fromEnvironment() {
    return new AwsClients(System.getenv());
  }

  /**
   * The client for object storage.
   *
   * @return the same each time
   * @throws PortException permanent if no region is set
   */
  public synchronized S3Client s3() {
    if (s3 == null) {
      // What stands for S3 elsewhere knows buckets by path only.
      s3 = build(S3Client.builder().forcePathStyle(!isRealS3), AwsClients::repeatedByTheSdk);
    }
    return s3;
  }

  /**
   * The client for queues.
   *
   * @return the same each time
   * @throws PortException permanent if no region is set
   */
  public synchronized SqsClient sqs() {
    if (sqs == null) {
      sqs = build(SqsClient.builder(), AwsClients::repeatedByTheSdk);
    }
    return sqs;
  }

  /**
   * The client for tables, which makes each request once; {@link Backoff} repeats them.
   *
   * @return the same each time
   * @throws PortException permanent if no region is set
   */
  public synchronized DynamoDbClient dynamoDb() {
    if (dynamoDb == null) {
      dynamoDb = build(DynamoDbClient.builder(), AwsClients::repeatedByBackoff);
    }
    return dynamoDb;
  }

  /**
   * The client for notifications.
   *
   * @return the same each time
   * @throws PortException permanent if no region is set
   */
  public synchronized SnsClient sns() {
    if (sns == null) {
      sns = build(SnsClient.builder(), AwsClients::repeatedByTheSdk);
    }
    return sns;
  }

  private static void repeatedByTheSdk(ClientOverrideConfiguration.Builder configuration) {
    configuration.apiCallAttemptTimeout(ATTEMPT_TIMEOUT);
  }

  private static void repeatedByBackoff(ClientOverrideConfiguration.Builder configuration) {
    configuration
        .apiCallAttemptTimeout(Backoff.LONGEST_ATTEMPT)
        .retryStrategy(AwsRetryStrategy.doNotRetry());
  }

  private <
          B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C extends SdkAutoCloseable>
      C build(B builder, Consumer<ClientOverrideConfiguration.Builder> repetition) {
    try {
      C client = builder.httpClient(http()).overrideConfiguration(repetition).build();
      opened.push(client);
      return client;
    } catch (SdkException e) {
      throw PortException.permanent(
          AwsTrouble.oneLine(
              "cannot use AWS: no region is known; set AWS_REGION (" + e.getMessage() + ")"),
          e);
    }
  }

  private SdkHttpClient http() {
    if (http == null) {
      http =
          UrlConnectionHttpClient.builder()
              .connectionTimeout(CONNECT_TIMEOUT)
              .socketTimeout(SOCKET_TIMEOUT)
              .build();
      opened.push(http);
    }
    return http;
  }

  @Override
  public synchronized void close() {
    opened.forEach(SdkAutoCloseable::close);
    opened.clear();
  }
}
