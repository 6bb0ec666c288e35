package dev.assay.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.emulator.Emulators;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Events for functions in processes of their own. */
final class PipelineEvents {

  private static final String DEMO =
      "{\"latestAsteroids\":{\"url\":\"bundled:small-bodies.json\"},"
          + "\"benner\":{\"url\":\"bundled:delta-v.html\"},"
          + "\"exoplanets\":{\"url\":\"bundled:exoplanets.csv\"}}";

  private PipelineEvents() {}

  /** An event of the demonstration run. */
  static ObjectNode demo() {
    return event(DEMO);
  }

  /** An event of a run with a request. */
  static ObjectNode event(String request) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event
        .putObject("execution")
        .put("name", "weekly-1")
        .put("startTime", "2026-11-01T03:00:00.000Z");
    event.set("request", Lines.json(request));
    return event;
  }

  /** An event with the messages that are on the data queue now; they stay there. */
  static ObjectNode messages(EmulatorPorts aws) {
    List<Message> messages =
        Emulators.sqs()
            .receiveMessage(
                r ->
                    r.queueUrl(aws.dataQueue.queue())
                        .maxNumberOfMessages(1)
                        .waitTimeSeconds(5)
                        .visibilityTimeout(1000)
                        .messageSystemAttributeNames(
                            MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT))
            .messages();
    return SqsDelivery.event(messages);
  }
}
