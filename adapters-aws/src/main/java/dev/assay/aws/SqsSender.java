package dev.assay.aws;

import dev.assay.ports.PortException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Sends texts to a queue, several at once, and waits while it is full. */
final class SqsSender {

  private static final int MOST_AT_ONCE = 10;
  private static final int ATTEMPTS = 5;

  private final SqsClient client;
  private final String queue;
  private final SqsSettings settings;

  SqsSender(SqsClient client, String queue, SqsSettings settings) {
    this.client = client;
    this.queue = queue;
    this.settings = settings;
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  static void requireNotInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw PortException.temporary("interrupted while using a queue");
    }
  }

  void send(List<String> texts) {
    List<String> batch = new ArrayList<>();
    int batchBytes = 0;
    for (String text : texts) {
      int bytes = bytes(text);
      if (batch.size() == Math.min(MOST_AT_ONCE, settings.messages())
          || batchBytes + bytes > SqsSettings.MOST_BYTES) {
        sendBatch(batch);
        batch.clear();
        batchBytes = 0;
      }
      batch.add(text);
      batchBytes += bytes;
    }
    if (!batch.isEmpty()) {
      sendBatch(batch);
    }
  }

  private void sendBatch(List<String> batch) {
    waitForRoom(batch.size());
    List<SendMessageBatchRequestEntry> left = new ArrayList<>();
    for (String text : batch) {
      String id = Integer.toString(left.size());
      left.add(SendMessageBatchRequestEntry.builder().id(id).messageBody(text).build());
    }
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      List<BatchResultErrorEntry> failed = sendOnce(left);
      requireWorthRepeating(failed, attempt);
      Set<String> again =
          failed.stream().map(BatchResultErrorEntry::id).collect(Collectors.toSet());
      left.removeIf(entry -> !again.contains(entry.id()));
      if (!left.isEmpty()) {
        pause();
      }
    }
  }

  private List<BatchResultErrorEntry> sendOnce(List<SendMessageBatchRequestEntry> entries) {
    try {
      SendMessageBatchResponse answer =
          client.sendMessageBatch(r -> r.queueUrl(queue).entries(entries));
      return answer.failed();
    } catch (SdkException e) {
      throw trouble(e);
    }
  }

  /** Some of a batch may be refused while others are taken. */
  private void requireWorthRepeating(List<BatchResultErrorEntry> failed, int attempt) {
    for (BatchResultErrorEntry entry : failed) {
      String said = entry.code() + ": " + entry.message();
      if (Boolean.TRUE.equals(entry.senderFault())) {
        throw PortException.permanent(
            AwsTrouble.oneLine("the queue " + queue + " refuses a message (" + said + ")"));
      }
      if (attempt == ATTEMPTS) {
        throw PortException.temporary(
            AwsTrouble.oneLine(
                "the queue "
                    + queue
                    + " did not take "
                    + failed.size()
                    + " messages ("
                    + said
                    + ")"));
      }
    }
  }

  private void waitForRoom(int wanted) {
    long end = System.nanoTime() + settings.patience().toNanos();
    while (room() < wanted) {
      if (System.nanoTime() >= end) {
        throw PortException.temporary(
            "the queue stayed full: " + settings.messages() + " messages in " + queue);
      }
      pause();
    }
  }

  private void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(settings.look().toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw PortException.temporary("interrupted while waiting for room in " + queue, e);
    }
  }

  /** How many more messages the queue may hold, those in somebody's hands counted. */
  int room() {
    requireNotInterrupted();
    try {
      Map<QueueAttributeName, String> counts =
          client.getQueueAttributes(r -> r.queueUrl(queue).attributeNames(COUNTED)).attributes();
      return settings.messages()
          - COUNTED.stream().mapToInt(name -> number(counts.get(name))).sum();
    } catch (SdkException e) {
      throw trouble(e);
    }
  }

  private static final Set<QueueAttributeName> COUNTED =
      new HashSet<>(
          List.of(
              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
              QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED));

  private static int number(@Nullable String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }

  private PortException trouble(SdkException e) {
    return AwsTrouble.of("send to the queue " + queue, e);
  }
}
