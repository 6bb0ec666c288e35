package dev.assay.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.assay.aws.SqsBatchQueue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the events that Lambda makes of messages in SQS. Written by hand, because a function that
 * starts for one message should not have to load a library that binds JSON to classes.
 */
final class SqsEvent {

  /** Lambda hands over at most 6 MB at once. */
  private static final int LONGEST_TEXT = 8 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
          .build();

  private SqsEvent() {}

  /**
   * One message.
   *
   * @param messageId names it in the answer
   * @param receiptHandle names this delivery to the queue
   * @param body what was sent
   * @param attempt how often it has been delivered, from 1
   * @param returns how often it was sent again before without a fault of its own
   */
  record Message(String messageId, String receiptHandle, String body, int attempt, int returns) {}

  /**
   * Reads an event.
   *
   * @throws BadEventException if it is none
   */
  static List<Message> read(InputStream in) throws IOException {
    try (JsonParser json = JSON.createParser(in)) {
      List<Message> messages = new ArrayList<>();
      require(json.nextToken() == JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean records = json.currentName().equals("Records");
        json.nextToken();
        if (records && json.currentToken() == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.START_OBJECT) {
            messages.add(message(json));
          }
        } else {
          json.skipChildren();
        }
      }
      require(json.currentToken() == JsonToken.END_OBJECT);
      return messages;
    } catch (JsonProcessingException e) {
      throw new BadEventException("the event is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Message message(JsonParser json) throws IOException {
    String id = "";
    String receipt = "";
    String body = "";
    int attempt = 1;
    int returns = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      switch (name) {
        case "messageId" -> id = json.getText();
        case "receiptHandle" -> receipt = json.getText();
        case "body" -> body = json.getText();
        case "attributes" -> attempt = number(json, "ApproximateReceiveCount", 1);
        case "messageAttributes" -> returns = returns(json);
        default -> json.skipChildren();
      }
    }
    require(!id.isEmpty());
    return new Message(id, receipt, body, attempt, returns);
  }

  private static int returns(JsonParser json) throws IOException {
    int returns = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean count = json.currentName().equals(SqsBatchQueue.RETURNS);
      json.nextToken();
      if (count) {
        returns = number(json, "stringValue", 0);
      } else {
        json.skipChildren();
      }
    }
    return returns;
  }

  /** A number of an object, whose other fields are passed over. */
  private static int number(JsonParser json, String field, int least) throws IOException {
    int number = least;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = json.currentName().equals(field);
      json.nextToken();
      if (wanted) {
        number = Math.max(least, json.getValueAsInt(least));
      } else {
        json.skipChildren();
      }
    }
    return number;
  }

  private static void require(boolean asExpected) {
    if (!asExpected) {
      throw new BadEventException("the event is none of SQS");
    }
  }
}
