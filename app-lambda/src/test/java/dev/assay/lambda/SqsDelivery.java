package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.emulator.Emulators;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/**
 * What Lambda's event source does between the data queue and the function that writes, on its worst
 * day: every message is delivered three times, in any order, some long after the others.
 */
final class SqsDelivery implements AutoCloseable {

  private static final int MOST_MESSAGES = 10;

  private final String queue;
  private final WriteToDynamoHandler handler;
  private final int copies;
  private final Random random = new Random(20261101);
  private final List<Message> again = new ArrayList<>();
  private final Thread thread = new Thread(this::work, "sqs-delivery");
  private volatile boolean closed;

  SqsDelivery(String queue, WriteToDynamoHandler handler) {
    this(queue, handler, 3);
  }

  /** Delivers so many copies of each message. */
  SqsDelivery(String queue, WriteToDynamoHandler handler, int copies) {
    this.copies = copies;
    this.queue = queue;
    this.handler = handler;
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    try {
      while (!closed) {
        deliver(receive());
      }
      while (!again.isEmpty()) {
        deliver(List.of());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Message> receive() {
    return Emulators.sqs()
        .receiveMessage(
            r ->
                r.queueUrl(queue)
                    .maxNumberOfMessages(MOST_MESSAGES)
                    .waitTimeSeconds(again.isEmpty() ? 1 : 0)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(
                        MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
        .messages();
  }

  /** New messages are put among those that come again; some of all are handed over. */
  private void deliver(List<Message> received) throws IOException {
    for (int copy = 0; copy < copies; copy++) {
      again.addAll(received);
    }
    Collections.shuffle(again, random);
    int most = closed ? again.size() : random.nextInt(again.size() + 1);
    List<Message> event = new ArrayList<>(again.subList(0, Math.min(MOST_MESSAGES, most)));
    again.subList(0, event.size()).clear();
    Set<String> failed = invoke(event);
    for (Message message : event) {
      end(message, failed.contains(message.messageId()));
    }
  }

  private void end(Message message, boolean failed) {
    SqsClient sqs = Emulators.sqs();
    try {
      if (failed) {
        sqs.changeMessageVisibility(
            r -> r.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(0));
      } else {
        sqs.deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle()));
      }
    } catch (ReceiptHandleIsInvalidException e) {
      // Another copy was ended before, and ElasticMQ minds where SQS does not.
    }
  }

  private Set<String> invoke(List<Message> messages) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event(messages).toString().getBytes(UTF_8)),
        answer,
        FakeContext.PATIENT);
    Set<String> failed = new HashSet<>();
    Lines.json(answer.toString(UTF_8))
        .get("batchItemFailures")
        .forEach(item -> failed.add(item.get("itemIdentifier").textValue()));
    return failed;
  }

  /** The event that Lambda makes of messages. */
  static ObjectNode event(List<Message> messages) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    ArrayNode records = event.putArray("Records");
    for (Message message : messages) {
      ObjectNode delivered = records.addObject();
      delivered
          .put("messageId", message.messageId())
          .put("receiptHandle", message.receiptHandle())
          .put("body", message.body())
          .putObject("attributes")
          .put(
              "ApproximateReceiveCount",
              message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
      ObjectNode attributes = delivered.putObject("messageAttributes");
      message
          .messageAttributes()
          .forEach(
              (name, value) ->
                  attributes
                      .putObject(name)
                      .put("stringValue", value.stringValue())
                      .put("dataType", value.dataType()));
    }
    return event;
  }

  /** Hands over what is left, and ends. */
  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
