package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events and answers of single functions. */
class HandlersTest {

  private static final String EXECUTION =
      "\"execution\":{\"name\":\"weekly-1\",\"startTime\":\"2026-11-01T03:00:00.000Z\"}";

  private final EmulatorPorts aws = new EmulatorPorts();
  private final Assembly assembly = aws.assembly(Map.of());
  private final GenerationId run =
      new RunName("weekly-1", Instant.parse("2026-11-01T03:00:00.000Z")).generation();

  private static JsonNode call(RequestStreamHandler handler, String event) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)), answer, FakeContext.PATIENT);
    return Lines.json(answer.toString(UTF_8));
  }

  @Test
  void answer_hasCountsAndNames() throws IOException {
    JsonNode answer = call(new CalculateMassesHandler(assembly), "{" + EXECUTION + "}");

    assertThat(answer.get("generation").textValue()).isEqualTo(run.value());
    assertThat(answer.get("step").textValue()).isEqualTo("CALCULATE_MASSES");
    assertThat(answer.get("finished").booleanValue()).isTrue();
    assertThat(answer.get("cursor").isNull()).isTrue();
    assertThat(answer.get("read").longValue())
        .isEqualTo(answer.get("accepted").longValue() + answer.get("rejected").longValue())
        .isPositive();
    assertThat(answer.get("key").textValue()).isEqualTo("side-tables/" + run + "/masses.json");
    assertThat(answer.get("etag").textValue()).isNotBlank();
    assertThat(answer.get("partNumbers")).isEmpty();
  }

  @Test
  void answer_ofPartsToParse_namesThem() throws IOException {
    JsonNode answer =
        call(
            new GetLatestAsteroidsHandler(assembly),
            "{"
                + EXECUTION
                + ",\"request\":{\"latestAsteroids\":{\"url\":[\"bundled:small-bodies.json\","
                + "\"bundled:small-bodies.json\"]}},\"cursor\":null,\"unknown\":[1]}");

    assertThat(answer.get("partNumbers")).isEqualTo(Lines.json("[0,1]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "'not JSON'; 'create table: the event is not JSON: '",
        "'[]'; 'create table: the event is no JSON object'",
        "'{}'; 'create table: the event lacks execution.name; start the steps through the state machine'",
        "'{\"execution\":{\"name\":\"x\",\"startTime\":\"today\"}}'; 'create table: execution.startTime is no time: ''today'''",
      })
  void event_thatIsNone_isRefusedInOneLine(String event, String message) {
    assertThatThrownBy(() -> call(new CreateTableHandler(assembly), event))
        .isInstanceOf(PermanentFailure.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void action_thatIsNone_isRefusedWithThoseThereAre() {
    assertThatThrownBy(
            () ->
                call(
                    new CreateTableHandler(assembly), "{" + EXECUTION + ",\"action\":\"explode\"}"))
        .hasMessage(
            "create table: there is no action 'explode'; one of activate, await, create,"
                + " notify-failure, notify-success, verify");
  }

  @Test
  void failure_hasNeitherStackNorCause() {
    assertThatThrownBy(
            () -> call(new ParseHorizonHandler(assembly), "{" + EXECUTION + ",\"part\":3}"))
        .isInstanceOfSatisfying(
            PermanentFailure.class,
            failure -> {
              assertThat(failure.step()).isEqualTo(StepName.PARSE_HORIZON);
              assertThat(failure.getStackTrace()).isEmpty();
              assertThat(failure.getCause()).isNull();
            })
        .hasMessage(
            "parse horizon, part 3: the list of small-body tables is missing; refresh again");
    assertThat(aws.lines.text()).contains("\"part\":3").doesNotContain("stack");
  }

  @Test
  void failures_areToldApartByTheirClass() {
    Failures failures = new Failures(aws.lines.lines());

    assertThat(failures.of(StepName.VERIFY, -1, Map.of(), PortException.temporary("S3 is busy")))
        .isInstanceOf(TransientFailure.class)
        .hasMessage("verify: S3 is busy");
    assertThat(failures.of(StepName.VERIFY, -1, Map.of(), new IllegalStateException("odd\n x")))
        .isInstanceOf(PermanentFailure.class)
        .hasMessage(
            "verify: a fault of Assay itself, please report it with the log of this call"
                + " (IllegalStateException: odd x)");
    assertThat(aws.lines.text()).contains("\"stack\":\"java.lang.IllegalStateException: odd");
  }

  @Test
  void failure_ofTheHandlerOfFailures_isAnErrorThoughItMayPass() {
    Failures failures = new Failures(aws.lines.lines());

    failures.of(StepName.VERIFY, -1, Map.of(), PortException.temporary("S3 is busy"));
    failures.of(StepName.NOTIFY_FAILURE, -1, Map.of(), PortException.temporary("S3 is busy"));

    assertThat(aws.lines.read())
        .extracting(line -> line.get("level").asText())
        .containsExactly("WARN", "ERROR");
  }

  @Test
  void settings_missing_failTheStartWithTheirNames() {
    assertThatThrownBy(CreateTableHandler::new)
        .isInstanceOf(PermanentFailure.class)
        .hasMessageStartingWith("create table: ASSAY_BUCKET is not set")
        .hasMessageContaining("ASSAY_TOPIC_ARN is not set");
    assertThatThrownBy(WriteToDynamoHandler::new)
        .isInstanceOf(PermanentFailure.class)
        .hasMessageContaining("ASSAY_DATA_QUEUE_URL is not set");
  }

  @Test
  void delete_ofAGeneration_dropsItAndItsChunks() throws IOException {
    call(new CreateTableHandler(assembly), "{" + EXECUTION + "}");
    aws.ledger().expect(run, 0, 1);

    JsonNode answer =
        call(
            new CreateTableHandler(assembly),
            "{\"action\":\"delete\",\"generation\":\"" + run + "\"}");

    assertThat(answer.get("deleted").textValue()).isEqualTo(run.value());
    assertThat(aws.catalogue().generations()).isEmpty();
    assertThat(aws.ledger().chunks(run).expectedChunks()).isZero();
  }

  @Test
  void delete_ofNothingNamed_isRefused() {
    assertThatThrownBy(() -> call(new CreateTableHandler(assembly), "{\"action\":\"delete\"}"))
        .hasMessage("create table: no generation is called ''");
  }

  @Test
  void report_tellsTheHoursSinceTheLastSuccess() throws IOException {
    assertThat(call(new CreateTableHandler(assembly), "{\"action\":\"report\"}"))
        .isEqualTo(Lines.json("{\"hoursSinceSuccess\":null}"));
    record("run-1", Outcome.SUCCEEDED, Duration.ofHours(50));
    record("run-2", Outcome.FAILED, Duration.ofHours(2));

    assertThat(call(new CreateTableHandler(assembly), "{\"action\":\"report\"}"))
        .isEqualTo(Lines.json("{\"hoursSinceSuccess\":50}"));
    assertThat(aws.lines.text())
        .contains("\"Dimensions\":[[\"Stage\"]]", "\"HoursSinceSuccess\":50");
  }

  private void record(String name, Outcome outcome, Duration ago) {
    Instant started = Instant.now().minus(ago).minusSeconds(60);
    aws.ledger()
        .record(
            new RunRecord(
                new GenerationId(name),
                "assay",
                started,
                started,
                outcome,
                "message",
                1,
                List.of(),
                List.of()));
  }
}
