package dev.assay.aws;

import dev.assay.ports.PortException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * A queue and where its dead letters go.
 *
 * @param queue URL of the queue
 * @param deadLetters URL of its dead-letter queue
 */
public record QueueUrls(String queue, String deadLetters) {

  private static final Pattern DEAD_LETTER_QUEUE =
      Pattern.compile("\"deadLetterTargetArn\"\\s*:\\s*\"[^\"]*:([^:\"]+)\"");

  /**
   * Looks up a queue by its name, and its dead-letter queue by its redrive policy.
   *
   * @param client talks to SQS
   * @param name name of the queue
   * @return both URLs
   * @throws PortException permanent if there is no such queue or it has no dead-letter queue
   */
  public static QueueUrls find(SqsClient client, String name) {
    return ofQueue(client, url(client, name));
  }

  /**
   * Looks up the dead-letter queue of a queue by its redrive policy.
   *
   * @param client talks to SQS
   * @param queue URL of the queue
   * @return both URLs
   * @throws PortException permanent if there is no such queue or it has no dead-letter queue
   */
  public static QueueUrls ofQueue(SqsClient client, String queue) {
    Map<QueueAttributeName, String> attributes;
    try {
      attributes =
          client
              .getQueueAttributes(
                  r -> r.queueUrl(queue).attributeNames(QueueAttributeName.REDRIVE_POLICY))
              .attributes();
    } catch (SdkException e) {
      throw AwsTrouble.of("look at the queue " + queue, e);
    }
    Matcher policy =
        DEAD_LETTER_QUEUE.matcher(attributes.getOrDefault(QueueAttributeName.REDRIVE_POLICY, ""));
    if (!policy.find()) {
      throw PortException.permanent(
          "the queue " + queue + " has no dead-letter queue; give it a redrive policy");
    }
    return new QueueUrls(queue, url(client, policy.group(1)));
  }

  private static String url(SqsClient client, String name) {
    try {
      return client.getQueueUrl(r -> r.queueName(name)).queueUrl();
    } catch (SdkException e) {
      throw AwsTrouble.of("find the queue " + name, e);
    }
  }
}
