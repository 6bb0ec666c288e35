package dev.assay.aws;

import dev.assay.ports.BatchQueue.DeadLetter;
import dev.assay.ports.PortException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The dead-letter queue of a queue.
 *
 * <p>SQS lets nobody look at a message without taking it, so looking takes them for a moment and
 * hands them back. Why a message died, what it was about and when, go with it as attributes.
 */
final class SqsDeadLetters {

  private static final String REASON = "reason";
  private static final String SUMMARY = "summary";
  private static final String REFERENCE = "reference";
  private static final String DIED_AT = "died-at";
  private static final String UNREADABLE = "unreadable";
  private static final int LONGEST_TEXT = 1000;
  private static final int MOST_AT_ONCE = 10;

  /** How many letters are looked at; more than these are a matter for the console. */
  private static final int MOST_LOOKED_AT = 10_000;

  /** How many messages are held to be sent again, each of up to a megabyte. */
  private static final int MOST_SENT = 1_000;

  /** Long enough to look through them all; those who ask meanwhile see fewer. */
  private static final int HIDDEN_SECONDS = 60;

  private final SqsClient client;
  private final String url;
  private final UnaryOperator<String> referenceOf;
  private final Clock clock;
  private final Duration poll;
  private long lastDeath;

  /**
   * Uses a dead-letter queue.
   *
   * @param referenceOf the reference of a message by its body; empty if that cannot be read
   */
  SqsDeadLetters(
      SqsClient client, String url, UnaryOperator<String> referenceOf, Clock clock, Duration poll) {
    this.poll = poll;
    this.client = client;
    this.url = url;
    this.referenceOf = referenceOf;
    this.clock = clock;
  }

  void add(String text, String summary, String reference, String reason) {
    send(text, Map.of(REASON, reason, SUMMARY, summary, REFERENCE, reference));
  }

  void addUnreadable(String text, String reason) {
    String summary = text.length() + " characters";
    send(text, Map.of(REASON, reason, SUMMARY, summary, UNREADABLE, "yes"));
  }

  private void send(String text, Map<String, String> facts) {
    Map<String, MessageAttributeValue> attributes = new HashMap<>();
    facts.forEach((name, value) -> attributes.put(name, string(value)));
    attributes.put(DIED_AT, string(Long.toString(death())));
    try {
      client.sendMessage(
          r ->
              r.queueUrl(url)
                  .messageBody(text)
                  .messageAttributes(attributes)
                  .overrideConfiguration(o -> o.apiCallTimeout(SqsBatchQueue.LONGEST_ANSWER)));
    } catch (SdkException e) {
      throw trouble("write", e);
    }
  }

  private static MessageAttributeValue string(String text) {
    return MessageAttributeValue.builder().dataType("String").stringValue(allowed(text)).build();
  }

  /** An attribute is never empty, and has the characters that SQS allows. */
  private static String allowed(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_TEXT)
        .map(c -> MessageText.isAllowed(c) && c != '\n' ? c : ' ')
        .forEach(legal::appendCodePoint);
    return legal.isEmpty() ? "-" : legal.toString();
  }

  /** Microseconds since 1970, each later than the one before. */
  private synchronized long death() {
    long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    lastDeath = Math.max(now, lastDeath + 1);
    return lastDeath;
  }

  /** What is kept of a letter that is looked at; thousands of messages would fill the memory. */
  private record Looked(DeadLetter letter, long diedAt, String receipt) {}

  List<DeadLetter> list(int limit) {
    List<Looked> taken = take(MOST_LOOKED_AT, this::look);
    handBack(taken.stream().map(Looked::receipt).toList());
    return taken.stream()
        .sorted(
            Comparator.comparingLong(Looked::diedAt).thenComparing(looked -> looked.letter().id()))
        .limit(limit)
        .map(Looked::letter)
        .toList();
  }

  private Looked look(Message message) {
    return new Looked(letter(message), diedAt(message), message.receiptHandle());
  }

  /** Sends the oldest again that can be read, and then deletes them here. */
  int redrive(int limit, SqsSender sender) {
    List<Message> left = take(MOST_SENT, message -> message);
    left.sort(Comparator.comparingLong(SqsDeadLetters::diedAt).thenComparing(Message::messageId));
    int sent = 0;
    try {
      for (Message message : List.copyOf(left)) {
        if (sent == limit || sender.room() < 1) {
          break;
        }
        if (attribute(message, UNREADABLE).isEmpty()) {
          sender.send(List.of(message.body()));
          left.remove(message);
          delete(message);
          sent++;
        }
      }
    } finally {
      handBack(left.stream().map(Message::receiptHandle).toList());
    }
    return sent;
  }

  private void delete(Message message) {
    try {
      client.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
    } catch (SdkException e) {
      throw trouble("delete from", e);
    }
  }

  /**
   * Takes all letters, up to a limit, and keeps of each what is wanted. Where that takes so long
   * that the first ones come again, it ends.
   */
  private <T> List<T> take(int most, Function<Message, T> wanted) {
    Instant firstComeAgain = clock.instant().plusSeconds(HIDDEN_SECONDS);
    Map<String, T> taken = new LinkedHashMap<>();
    List<Message> some;
    do {
      some = receive();
      some.forEach(message -> taken.put(message.messageId(), wanted.apply(message)));
    } while (!some.isEmpty() && taken.size() < most && clock.instant().isBefore(firstComeAgain));
    return new ArrayList<>(taken.values());
  }

  private List<Message> receive() {
    try {
      return client
          .receiveMessage(
              r ->
                  r.queueUrl(url)
                      .maxNumberOfMessages(MOST_AT_ONCE)
                      .waitTimeSeconds((int) poll.toSeconds())
                      .visibilityTimeout(HIDDEN_SECONDS)
                      .messageAttributeNames("All")
                      .messageSystemAttributeNames(
                          MessageSystemAttributeName.SENT_TIMESTAMP,
                          MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
          .messages();
    } catch (SdkException e) {
      throw trouble("read", e);
    }
  }

  private void handBack(List<String> receipts) {
    for (int from = 0; from < receipts.size(); from += MOST_AT_ONCE) {
      List<String> some = receipts.subList(from, Math.min(receipts.size(), from + MOST_AT_ONCE));
      List<ChangeMessageVisibilityBatchRequestEntry> entries =
          IntStream.range(0, some.size())
              .mapToObj(
                  i ->
                      ChangeMessageVisibilityBatchRequestEntry.builder()
                          .id(Integer.toString(i))
                          .receiptHandle(some.get(i))
                          .visibilityTimeout(0)
                          .build())
              .toList();
      try {
        // Those that fail come back by themselves a little later.
        client.changeMessageVisibilityBatch(r -> r.queueUrl(url).entries(entries));
      } catch (SdkException e) {
        throw trouble("hand letters back to", e);
      }
    }
  }

  /** SQS moved those without the attribute, and kept the time when they were first sent. */
  private static long diedAt(Message message) {
    return attribute(message, DIED_AT)
        .map(Long::parseLong)
        .orElseGet(
            () ->
                1_000
                    * Long.parseLong(
                        message
                            .attributes()
                            .getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0")));
  }

  private DeadLetter letter(Message message) {
    return new DeadLetter(
        message.messageId(),
        attribute(message, REASON)
            .orElse("its workers ended without a word, again and again; look at their logs"),
        attribute(message, SUMMARY).orElse("message of " + message.body().length() + " characters"),
        attribute(message, REFERENCE).orElseGet(() -> reference(message)));
  }

  /** Letters that SQS moved have no attributes; the message itself says what it is about. */
  private String reference(Message message) {
    return attribute(message, UNREADABLE).isPresent() ? "" : referenceOf.apply(message.body());
  }

  private static Optional<String> attribute(Message message, String name) {
    return Optional.ofNullable(message.messageAttributes().get(name))
        .map(MessageAttributeValue::stringValue);
  }

  private PortException trouble(String action, SdkException e) {
    return AwsTrouble.of(action + " the dead-letter queue " + url, e);
  }
}
