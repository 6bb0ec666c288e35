package dev.assay.aws.emulator;

import java.net.URI;
import org.testcontainers.containers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** LocalStack in a container, for machines with Docker; started once in a JVM. */
public final class LocalStack {

  /** The last one that needs no account. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static final URI ENDPOINT = start();
  private static final DynamoDbClient DYNAMO_DB =
      Local.to(ENDPOINT, DynamoDbClient.builder()).build();
  private static final SqsClient SQS = Local.to(ENDPOINT, SqsClient.builder()).build();
  private static final SnsClient SNS = Local.to(ENDPOINT, SnsClient.builder()).build();
  private static final S3Client S3 =
      Local.to(ENDPOINT, S3Client.builder()).forcePathStyle(true).build();

  private LocalStack() {}

  @SuppressWarnings("resource") // Testcontainers removes it when the JVM ends
  private static URI start() {
    LocalStackContainer container =
        new LocalStackContainer(IMAGE)
            .withServices(
                LocalStackContainer.Service.DYNAMODB,
                LocalStackContainer.Service.S3,
                LocalStackContainer.Service.SNS,
                LocalStackContainer.Service.SQS);
    container.start();
    return container.getEndpoint();
  }

  /** The client of its DynamoDB. */
  public static DynamoDbClient dynamoDb() {
    return DYNAMO_DB;
  }

  /** The client of its SQS. */
  public static SqsClient sqs() {
    return SQS;
  }

  /** The client of its SNS. */
  public static SnsClient sns() {
    return SNS;
  }

  /** The client of its S3. */
  public static S3Client s3() {
    return S3;
  }
}
