package dev.assay.infra.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.emulator.SnsStub.Published;
import dev.assay.infra.MachineRunner;
import dev.assay.infra.RequiresNode;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The synthesised definition, run by an interpreter of Amazon States Language. Every task calls the
 * real function, in a process of its own with the variables of the template, on emulators of S3,
 * SQS, DynamoDB and SNS that were set up from the template.
 */
@RequiresNode
class MachineRunTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SAMPLE = 123;
  private static final Deployment AWS = Deployment.get();

  @AfterAll
  static void requests_all_wereAllowed() {
    assertThat(AWS.permissions().missing()).isEmpty();
  }

  private static JsonNode run(ObjectNode request, FunctionService.Trouble trouble) {
    AWS.functions().begin(trouble);
    return AWS.run(request);
  }

  private static FunctionService.Trouble ended(String function, int part, String how, int times) {
    AtomicInteger left = new AtomicInteger(times);
    return (called, event) ->
        called.equals(function)
                && event.path("part").asInt(-1) == part
                && left.getAndDecrement() > 0
            ? Optional.of(how)
            : Optional.empty();
  }

  private static long calls(String what) {
    return AWS.functions().calls().stream().filter(what::equals).count();
  }

  private static void requireSample(JsonNode ended) {
    assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    try (CatalogueReader reader = AWS.catalogue().read().orElseThrow()) {
      assertThat(reader.count()).isEqualTo(SAMPLE);
    }
    assertThat(AWS.lastNotification().outcome()).isEqualTo("success");
  }

  @Test
  void run_ofTheSample_loadsItAndTells() throws IOException {
    JsonNode ended = run(AWS.sample(), FunctionService.NONE);

    requireSample(ended);
    assertThat(AWS.functions().calls())
        .startsWith("CreateTable create")
        .contains("ParseHorizon part 0", "ParseHorizon part 1")
        .containsSubsequence(
            "ParseHorizon complete",
            "CreateTable await",
            "CreateTable verify",
            "CreateTable activate",
            "CreateTable notify-success")
        .doesNotContain("CreateTable notify-failure");
    assertThat(AWS.lastNotification().subject()).contains("succeeded", "123");
    assertThat(hoursSinceSuccess()).isZero();
  }

  /** What the second schedule asks for. */
  private static int hoursSinceSuccess() throws IOException {
    byte[] answer =
        AWS.functions().call("CreateTable", "{\"action\":\"report\"}".getBytes(UTF_8)).body();
    return JSON.readTree(answer).get("hoursSinceSuccess").asInt(-1);
  }

  @Test
  void run_partTimesOutOnce_isDoneAgainAndTheOtherIsNot() {
    requireSample(run(AWS.sample(), ended("ParseHorizon", 1, "Sandbox.Timedout", 1)));

    assertThat(calls("ParseHorizon part 0")).isEqualTo(1);
    assertThat(calls("ParseHorizon part 1")).isEqualTo(2);
  }

  @Test
  void run_morePartsThanFitInOneExecution_isTheSame() throws IOException {
    MachineRunner distributed = AWS.machine().withMostInlineParts(1);
    AWS.functions().begin(ended("ParseHorizon", 0, "Sandbox.Timedout", 1));

    JsonNode ended = AWS.run(distributed, AWS.sample());

    requireSample(ended);
    assertThat(calls("ParseHorizon part 0")).isEqualTo(2);
  }

  @Test
  void run_missingInput_failsForGoodAndTheNotificationTellsAll() {
    Optional<GenerationId> before = AWS.catalogue().active();
    ObjectNode request = AWS.sample();
    String missing = "s3://" + AWS.stack().reference("ArtifactsBucket") + "/given/none.json";
    request.putObject("latestAsteroids").put("url", missing);

    JsonNode ended = run(request, FunctionService.NONE);

    assertThat(ended.get("status").asText()).isEqualTo("FAILED");
    assertThat(ended.get("error").asText()).isEqualTo("dev.assay.lambda.PermanentFailure");
    assertThat(calls("GetLatestAsteroids")).isEqualTo(1);
    Published told = AWS.lastNotification();
    assertThat(told.outcome()).isEqualTo("failure");
    assertThat(told.subject()).isEqualTo("Assay refresh failed: get latest asteroids");
    assertThat(told.message())
        .contains("get latest asteroids")
        .contains("given/none.json")
        .contains(Deployment.lastRun())
        .contains("The catalogue is as it was before the run.");
    assertThat(AWS.catalogue().active()).isEqualTo(before);
  }

  /** The function could not say anything; the state machine knows what it was called for. */
  @Test
  void run_partRunsOutOfMemory_isToldWithStepAndPart() {
    JsonNode ended = run(AWS.sample(), ended("ParseHorizon", 1, "Runtime.ExitError", 99));

    assertThat(ended.get("status").asText()).isEqualTo("FAILED");
    assertThat(ended.get("error").asText()).isEqualTo("Runtime.ExitError");
    assertThat(AWS.lastNotification().subject()).isEqualTo("Assay refresh failed: parse horizon");
    assertThat(AWS.lastNotification().message())
        .contains("part 1", "Runtime.ExitError", "ended by the platform");
  }

  @Test
  void run_requestThatCannotBeMet_isToldNotSwallowed() {
    JsonNode ended = run(AWS.sample().put("model", "crystal-ball"), FunctionService.NONE);

    assertThat(ended.get("status").asText()).isEqualTo("FAILED");
    assertThat(AWS.lastNotification().subject()).isEqualTo("Assay refresh failed: create table");
    assertThat(AWS.lastNotification().message()).contains("crystal-ball");
  }
}
