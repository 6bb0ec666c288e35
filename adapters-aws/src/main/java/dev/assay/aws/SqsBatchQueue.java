package dev.assay.aws;

import dev.assay.ports.BatchQueue;
import dev.assay.ports.MessageCodec;
import dev.assay.ports.PortException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * A standard queue in SQS with its dead-letter queue.
 *
 * <p>A message handed back for the last time is put on the dead-letter queue by this class, which
 * adds why; SQS itself would move it without a reason, and does so with messages whose workers died
 * again and again. A message that cannot be read is put there at once.
 *
 * @param <M> the message
 */
public final class SqsBatchQueue<M> implements BatchQueue<M> {

  /** The attribute of a message that says how often it was sent again by {@link #sendAgain}. */
  public static final String RETURNS = "returns";

  /**
   * The longest that a request takes to end the work on a message: to send it again or to the dead
   * letters, to hand it back, to delete it. SQS answers within a fraction of a second.
   */
  public static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  /** What SQS hands out at once. */
  private static final int MOST_AT_ONCE = 10;

  /** The longest that SQS lets a receiver wait. */
  private static final Duration LONGEST_POLL = Duration.ofSeconds(20);

  private final SqsClient client;
  private final QueueUrls urls;
  private final MessageCodec<M> codec;
  private final SqsSettings settings;
  private final SqsSender sender;
  private final SqsDeadLetters deadLetters;
  private final EndedReceipts ended = new EndedReceipts();

  /**
   * Uses a queue.
   *
   * @param client talks to SQS
   * @param urls where the queue is
   * @param codec writes and reads the messages
   * @param settings what it allows
   * @param clock tells when a message died
   */
  public SqsBatchQueue(
      SqsClient client, QueueUrls urls, MessageCodec<M> codec, SqsSettings settings, Clock clock) {
    this.client = client;
    this.urls = urls;
    this.codec = codec;
    this.settings = settings;
    sender = new SqsSender(client, urls.queue(), settings);
    deadLetters =
        new SqsDeadLetters(client, urls.deadLetters(), this::reference, clock, settings.look());
  }

  @Override
  public void send(M message) {
    sendAll(List.of(message));
  }

  /**
   * Sends several messages, as many at once as SQS takes; waits while the queue is full. Those that
   * SQS turns away are sent again.
   *
   * @param messages what to send
   * @throws PortException transient if some could not be sent, others may have been; permanent if
   *     one is too long
   */
  public void sendAll(List<M> messages) {
    sender.send(messages.stream().map(this::text).toList());
  }

  private String text(M message) {
    String text = MessageText.write(codec.encode(message));
    if (SqsSender.bytes(text) > settings.maxMessageBytes()) {
      throw PortException.permanent(
          "cannot send "
              + codec.summary(message)
              + ": it has "
              + SqsSender.bytes(text)
              + " bytes, and "
              + settings.maxMessageBytes()
              + " are allowed; put fewer rows in a batch");
    }
    return text;
  }

  /**
   * Reads the body of a message that somebody else received, as a function does that is called with
   * messages.
   *
   * @param body the body
   * @return the message
   * @throws IllegalArgumentException if it is damaged
   */
  public M decode(String body) {
    return codec.decode(MessageText.read(body));
  }

  @Override
  public List<Delivery<M>> receive(int max, Duration wait) {
    List<Delivery<M>> deliveries = new ArrayList<>();
    // SQS waits whole seconds; a part of one is waited as a whole one.
    long left = wait.plusSeconds(1).minusNanos(1).toSeconds();
    do {
      int poll = (int) Math.min(left, LONGEST_POLL.toSeconds());
      take(max, poll, deliveries);
      left -= poll;
    } while (deliveries.isEmpty() && left > 0);
    int before = 0;
    while (deliveries.size() > before && deliveries.size() < max) {
      before = deliveries.size();
      take(max - before, 0, deliveries);
    }
    return deliveries;
  }

  private void take(int wanted, int pollSeconds, List<Delivery<M>> deliveries) {
    SqsSender.requireNotInterrupted();
    List<Message> messages;
    try {
      messages =
          client
              .receiveMessage(
                  r ->
                      r.queueUrl(urls.queue())
                          .maxNumberOfMessages(Math.min(wanted, MOST_AT_ONCE))
                          .waitTimeSeconds(pollSeconds)
                          .visibilityTimeout((int) settings.visibility().toSeconds())
                          .messageSystemAttributeNames(
                              MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
              .messages();
    } catch (SdkException e) {
      throw trouble("receive from", e);
    }
    messages.forEach(message -> open(message).ifPresent(deliveries::add));
  }

  private Optional<Delivery<M>> open(Message message) {
    int attempt =
        Integer.parseInt(
            message
                .attributes()
                .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    try {
      return Optional.of(new Delivery<>(decode(message.body()), message.receiptHandle(), attempt));
    } catch (IllegalArgumentException e) {
      buryUnreadable(message.receiptHandle(), message.body(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Makes a dead letter of a message that cannot be read; {@link #redrive} leaves it where it is.
   *
   * @param receipt identifies its delivery
   * @param body its body
   * @param reason why it cannot be read
   * @throws PortException if the dead-letter queue cannot be written
   */
  public void buryUnreadable(String receipt, String body, String reason) {
    deadLetters.addUnreadable(body, "the message cannot be read: " + reason);
    delete(receipt);
  }

  /**
   * Sends the body of a message once more that somebody else received, as a new message whose
   * deliveries are counted anew. The old one is then to be deleted.
   *
   * @param body the body
   * @param returns how often that was done with it, 1 or more; goes with it as {@link #RETURNS}
   * @param delay after how long it is delivered, whole seconds up to 15 minutes
   * @throws PortException if the queue does not take it within seconds
   */
  public void sendAgain(String body, int returns, Duration delay) {
    MessageAttributeValue count =
        MessageAttributeValue.builder()
            .dataType("Number")
            .stringValue(Integer.toString(returns))
            .build();
    try {
      client.sendMessage(
          r ->
              r.queueUrl(urls.queue())
                  .messageBody(body)
                  .messageAttributes(Map.of(RETURNS, count))
                  .delaySeconds((int) delay.toSeconds())
                  .overrideConfiguration(o -> o.apiCallTimeout(LONGEST_ANSWER)));
    } catch (SdkException e) {
      throw trouble("send a message again to", e);
    }
  }

  /**
   * Has a message that somebody else received delivered again after a while, instead of when the
   * queue's own time-out ends. Nothing happens if the work on it was ended before.
   *
   * @param receipt identifies its delivery
   * @param delay after how long, whole seconds
   * @throws PortException if the queue does not do so within seconds
   */
  public void deliverAgain(String receipt, Duration delay) {
    hide(receipt, delay);
  }

  @Override
  public void acknowledge(Delivery<M> delivery) {
    if (ended.end(delivery.receipt())) {
      delete(delivery.receipt());
    }
  }

  private void delete(String receipt) {
    try {
      client.deleteMessage(
          r ->
              r.queueUrl(urls.queue())
                  .receiptHandle(receipt)
                  .overrideConfiguration(o -> o.apiCallTimeout(LONGEST_ANSWER)));
    } catch (SdkException e) {
      if (!SqsReceipts.isOver(e)) {
        ended.reopen(receipt);
        throw trouble("delete from", e);
      }
    }
  }

  @Override
  public void retry(Delivery<M> delivery, String reason) {
    if (!ended.end(delivery.receipt())) {
      return;
    }
    try {
      if (delivery.attempt() < settings.attempts()) {
        hide(delivery.receipt(), Duration.ZERO);
      } else if (hide(delivery.receipt(), settings.visibility())) {
        bury(delivery, reason);
      }
    } catch (PortException e) {
      ended.reopen(delivery.receipt());
      throw e;
    }
  }

  private void bury(Delivery<M> delivery, String reason) {
    M message = delivery.message();
    deadLetters.add(text(message), codec.summary(message), codec.reference(message), reason);
    delete(delivery.receipt());
  }

  /** Changes how long a message stays hidden; false if the work on it was ended before. */
  private boolean hide(String receipt, Duration howLong) {
    try {
      client.changeMessageVisibility(
          r ->
              r.queueUrl(urls.queue())
                  .receiptHandle(receipt)
                  .visibilityTimeout((int) howLong.toSeconds())
                  .overrideConfiguration(o -> o.apiCallTimeout(LONGEST_ANSWER)));
      return true;
    } catch (SdkException e) {
      if (SqsReceipts.isOver(e)) {
        return false;
      }
      throw trouble("hand a message back to", e);
    }
  }

  private String reference(String body) {
    try {
      return codec.reference(decode(body));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  @Override
  public List<DeadLetter> deadLetters(int limit) {
    return deadLetters.list(limit);
  }

  /** As the port says; dead letters that cannot be read stay where they are. */
  @Override
  public int redrive(int limit) {
    return deadLetters.redrive(limit, sender);
  }

  private PortException trouble(String action, SdkException e) {
    return AwsTrouble.of(action + " the queue " + urls.queue(), e);
  }
}
