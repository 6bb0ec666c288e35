package dev.assay.application.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.ports.GenerationId;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunRecordJsonTest {

  private static final Instant STARTED = Instant.parse("2026-11-01T03:00:00Z");

  private static final RunRecord RUN =
      new RunRecord(
          new GenerationId("run-1"),
          "assay",
          STARTED,
          STARTED.plusSeconds(60),
          Outcome.SUCCEEDED,
          "7 bodies loaded",
          7,
          List.of(),
          List.of());

  @Test
  void encode_version_isAtTheEnd() {
    byte[] json = RunRecordJson.encode(RUN.madeBy("1.2.0"));

    assertThat(new String(json, UTF_8)).endsWith(",\"version\":\"1.2.0\"}");
    assertThat(RunRecordJson.decode(json)).isEqualTo(RUN.madeBy("1.2.0"));
  }

  @Test
  void decode_recordFromBeforeItHadAVersion_isOfAnUnknownOne() {
    String old =
        """
        {"run": "run-1", "started_at": "2026-11-01T03:00:00Z",
         "finished_at": "2026-11-01T03:01:00Z", "outcome": "succeeded", "model": "assay",
         "bodies": 7, "message": "7 bodies loaded", "sources": [], "warnings": []}
        """;

    assertThat(RunRecordJson.decode(old.getBytes(UTF_8))).isEqualTo(RUN);
  }

  @Test
  void encode_unknownVersion_isNull() {
    assertThat(new String(RunRecordJson.encode(RUN), UTF_8)).endsWith(",\"version\":null}");
  }
}
