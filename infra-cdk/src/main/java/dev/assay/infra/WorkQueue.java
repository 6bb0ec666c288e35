package dev.assay.infra;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * A queue and its dead-letter queue: both encrypted, over TLS only. Messages that were received too
 * often are kept for fourteen days.
 */
final class WorkQueue extends Construct {

  /**
   * Readers set a message aside after five attempts, with a reason; this is for those that died.
   */
  static final int MOST_RECEIVES = 8;

  private static final int MOST_BYTES = 1_048_576;

  private final Queue queue;
  private final Queue deadLetters;

  WorkQueue(Construct scope, String id, String name, Duration visibility) {
    super(scope, id);
    this.deadLetters = DeadLetters.create(this, name + "-dead-letters");
    this.queue =
        Queue.Builder.create(this, "Queue")
            .queueName(name)
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .maxMessageSizeBytes(MOST_BYTES)
            .retentionPeriod(Duration.days(4))
            .visibilityTimeout(visibility)
            .deadLetterQueue(
                DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(MOST_RECEIVES).build())
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
  }

  Queue queue() {
    return queue;
  }

  Queue deadLetters() {
    return deadLetters;
  }

  /** Makes queues for what nobody could deal with. */
  static final class DeadLetters {

    private DeadLetters() {}

    static Queue create(Construct scope, String name) {
      Queue queue =
          Queue.Builder.create(scope, "DeadLetters")
              .queueName(name)
              .encryption(QueueEncryption.SQS_MANAGED)
              .enforceSsl(true)
              .maxMessageSizeBytes(MOST_BYTES)
              .retentionPeriod(Duration.days(14))
              .removalPolicy(RemovalPolicy.DESTROY)
              .build();
      String reason = "It is a dead-letter queue itself.";
      Suppressions.add(queue, "AwsSolutions-SQS3", reason);
      Suppressions.add(queue, "Serverless-SQSRedrivePolicy", reason);
      return queue;
    }
  }
}
