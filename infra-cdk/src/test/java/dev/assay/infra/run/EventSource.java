package dev.assay.infra.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.emulator.Emulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;

/** What Lambda's event source does: hands messages of the data queue to the writer. */
final class EventSource {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_MESSAGES = 10;

  private final FunctionService functions;
  private final String queue;

  private EventSource(FunctionService functions, String queue) {
    this.functions = functions;
    this.queue = queue;
  }

  /** Takes messages as long as this JVM lives. */
  static void start(FunctionService functions, String queue) {
    Thread thread = new Thread(new EventSource(functions, queue)::work, "event source");
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    while (true) {
      List<Message> messages =
          Emulators.sqs()
              .receiveMessage(
                  r ->
                      r.queueUrl(queue)
                          .maxNumberOfMessages(MOST_MESSAGES)
                          .waitTimeSeconds(1)
                          .messageAttributeNames("All")
                          .messageSystemAttributeNames(
                              MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
              .messages();
      if (!messages.isEmpty()) {
        settle(messages, failed(messages));
      }
    }
  }

  private void settle(List<Message> messages, Set<String> failed) {
    for (Message message : messages) {
      if (!failed.contains(message.messageId())) {
        delete(message);
      }
    }
  }

  private void delete(Message message) {
    try {
      Emulators.sqs().deleteMessage(r -> r.queueUrl(queue).receiptHandle(message.receiptHandle()));
    } catch (ReceiptHandleIsInvalidException e) {
      // The writer deleted it when it made a dead letter of it; ElasticMQ minds, SQS does not.
    }
  }

  private Set<String> failed(List<Message> messages) {
    ObjectNode event = JSON.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (Message message : messages) {
      ObjectNode entry =
          records
              .addObject()
              .put("messageId", message.messageId())
              .put("receiptHandle", message.receiptHandle())
              .put("body", message.body())
              .put("eventSource", "aws:sqs");
      entry
          .putObject("attributes")
          .put(
              "ApproximateReceiveCount",
              message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
      ObjectNode attributes = entry.putObject("messageAttributes");
      message
          .messageAttributes()
          .forEach(
              (name, value) ->
                  attributes
                      .putObject(name)
                      .put("dataType", value.dataType())
                      .put("stringValue", value.stringValue()));
    }
    try {
      JsonNode answer =
          JSON.readTree(functions.call("WriteToDynamo", JSON.writeValueAsBytes(event)).body());
      Set<String> failed = new HashSet<>();
      answer
          .get("batchItemFailures")
          .forEach(failure -> failed.add(failure.get("itemIdentifier").asText()));
      return failed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
