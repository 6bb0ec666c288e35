package dev.assay.aws;

import dev.assay.ports.Notifier;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/**
 * Publishes to a topic of SNS. The subject is brought to the ASCII characters that SNS takes; the
 * message begins with the subject as it was, then an empty line and the body. The attribute {@code
 * outcome} is {@code success}, {@code warning} or {@code failure}, for subscriptions to choose by.
 */
public final class SnsNotifier implements Notifier {

  /** Below the 256 KiB of a topic, attributes included. */
  private static final int MOST_BYTES = 240 << 10;

  private static final String CUT = "\n[the rest is left out: it is too long for a notification]";

  private final SnsClient client;
  private final String topicArn;

  /**
   * Uses a topic.
   *
   * @param client talks to SNS
   * @param topicArn which topic
   */
  public SnsNotifier(SnsClient client, String topicArn) {
    this.client = client;
    this.topicArn = topicArn;
  }

  @Override
  public void notify(Notification notification) {
    MessageAttributeValue outcome =
        MessageAttributeValue.builder()
            .dataType("String")
            .stringValue(notification.kind().text())
            .build();
    try {
      client.publish(
          r ->
              r.topicArn(topicArn)
                  .subject(ascii(notification.subject()))
                  .message(cut(notification.subject() + "\n\n" + notification.body()))
                  .messageAttributes(java.util.Map.of("outcome", outcome)));
    } catch (SdkException e) {
      throw AwsTrouble.of("publish to the topic " + topicArn, e);
    }
  }

  /** Accents go, other characters become question marks; it begins with a letter or the like. */
  static String ascii(String subject) {
    String plain =
        Normalizer.normalize(subject, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^\\x20-\\x7e]", "?")
            .strip();
    return plain.isEmpty() ? "?" : plain.substring(0, Math.min(100, plain.length()));
  }

  private static String cut(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= MOST_BYTES) {
      return text;
    }
    int end = MOST_BYTES;
    while ((bytes[end] & 0xC0) == 0x80) {
      end--;
    }
    return new String(bytes, 0, end, StandardCharsets.UTF_8) + CUT;
  }
}
