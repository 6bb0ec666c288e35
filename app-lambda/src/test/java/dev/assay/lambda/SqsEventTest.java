package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.lambda.SqsEvent.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqsEventTest {

  private static List<Message> read(String json) throws IOException {
    return SqsEvent.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  @Test
  void read_eventOfLambda_hasItsMessages() throws IOException {
    assertThat(
            read(
                "{\"Records\":[{\"messageId\":\"m-1\",\"receiptHandle\":\"r-1\",\"body\":\"text\","
                    + "\"attributes\":{\"ApproximateReceiveCount\":\"3\",\"SentTimestamp\":\"1\"},"
                    + "\"messageAttributes\":{\"a\":{\"stringValue\":\"x\"},"
                    + "\"returns\":{\"dataType\":\"Number\",\"binaryListValues\":[],\"stringValue\":\"7\"}},\"md5OfBody\":\"e4\","
                    + "\"eventSource\":\"aws:sqs\"},"
                    + "{\"messageId\":\"m-2\",\"receiptHandle\":\"r-2\",\"body\":\"\"}]}"))
        .containsExactly(
            new Message("m-1", "r-1", "text", 3, 7), new Message("m-2", "r-2", "", 1, 0));
  }

  @Test
  void read_noRecords_isEmpty() throws IOException {
    assertThat(read("{\"other\":[1,{\"Records\":[]}]}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{\"Records\":[{\"body\":\"x\"}]}", "{\"Records\":[", "{"})
  void read_anythingElse_isRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(BadEventException.class);
  }
}
