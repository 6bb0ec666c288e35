package dev.assay.aws.emulator;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Makes requests fail as AWS does: before they are sent, or after they were done and only the
 * answer is lost. Counts all requests.
 */
public final class Faults implements ExecutionInterceptor {

  /** When a request fails. */
  public enum Moment {
    /** Nothing was done. */
    BEFORE,
    /** It was done, but nobody knows. */
    AFTER
  }

  private record Plan(
      Moment moment,
      Predicate<SdkRequest> which,
      int first,
      int last,
      Supplier<SdkException> fault) {}

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger matching = new AtomicInteger();
  private final AtomicInteger injected = new AtomicInteger();
  private volatile @Nullable Plan plan;

  /** Makes the requests of a kind fail, from the first to the last of them, counted from 1. */
  public void plan(
      Moment moment,
      Predicate<SdkRequest> which,
      int first,
      int last,
      Supplier<SdkException> fault) {
    matching.set(0);
    injected.set(0);
    plan = new Plan(moment, which, first, last, fault);
  }

  /** Makes every request fail before it is sent. */
  public void planAll(Supplier<SdkException> fault) {
    plan(Moment.BEFORE, request -> true, 1, Integer.MAX_VALUE, fault);
  }

  /** Lets everything succeed. */
  public void clear() {
    plan = null;
  }

  /** How many requests were made. */
  public int requests() {
    return requests.get();
  }

  /** How many of them were made to fail. */
  public int injected() {
    return injected.get();
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    requests.incrementAndGet();
    Plan now = plan;
    if (now != null && now.which().test(context.request())) {
      matching.incrementAndGet();
      failIf(now, Moment.BEFORE);
    }
  }

  @Override
  public SdkResponse modifyResponse(
      Context.ModifyResponse context, ExecutionAttributes attributes) {
    Plan now = plan;
    if (now != null && now.moment() == Moment.AFTER && now.which().test(context.request())) {
      failIf(now, Moment.AFTER);
    }
    return context.response();
  }

  private void failIf(Plan now, Moment moment) {
    int number = matching.get();
    if (now.moment() == moment && number >= now.first() && number <= now.last()) {
      injected.incrementAndGet();
      throw now.fault().get();
    }
  }

  /** What a service says when it refuses or fails. */
  public static SdkException answer(int status, String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .message(code)
        .awsErrorDetails(
            AwsErrorDetails.builder().errorCode(code).errorMessage("as injected").build())
        .build();
  }

  /** Too many requests. */
  public static SdkException throttling() {
    return answer(400, "ThrottlingException");
  }

  /** No answer in time. */
  public static SdkException timeout() {
    return ApiCallTimeoutException.builder().message("no answer in time, as injected").build();
  }

  /** A client of DynamoDBLocal that fails so. */
  public DynamoDbClient dynamoDb() {
    return Local.to(Emulators.dynamoDbEndpoint(), DynamoDbClient.builder())
        .overrideConfiguration(c -> c.addExecutionInterceptor(this))
        .build();
  }

  /** A client of ElasticMQ that fails so. */
  public SqsClient sqs() {
    return Local.to(Emulators.sqsEndpoint(), SqsClient.builder())
        .overrideConfiguration(c -> c.addExecutionInterceptor(this))
        .build();
  }

  /** A client of s3proxy that fails so. */
  public S3Client s3() {
    return Local.to(Emulators.s3Endpoint(), S3Client.builder())
        .forcePathStyle(true)
        .overrideConfiguration(c -> c.addExecutionInterceptor(this))
        .build();
  }

  /** A client of the stub of SNS that fails so. */
  public SnsClient sns() {
    return Local.to(Emulators.snsStub().endpoint(), SnsClient.builder())
        .overrideConfiguration(c -> c.addExecutionInterceptor(this))
        .build();
  }
}
