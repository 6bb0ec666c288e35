package dev.assay.infra.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.DynamoDbCatalogue;
import dev.assay.aws.TableNames;
import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.SnsStub.Published;
import dev.assay.infra.MachineRunner;
import dev.assay.infra.RequiresNode;
import dev.assay.infra.asl.ErrorNames;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The synthesised definition, run by an interpreter of Amazon States Language. Every task calls the
 * real function, in a process of its own with the variables of the template, on emulators of S3,
 * SQS, DynamoDB and SNS that were set up from the template.
 */
@RequiresNode
class MachineRunTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SAMPLE = 123;
  private static final AtomicInteger RUNS = new AtomicInteger();

  @TempDir static Path folder;

  private static EmulatedStack stack;
  private static FunctionService functions;
  private static EventSource eventSource;
  private static MachineRunner machine;

  @BeforeAll
  static void deploy() throws IOException {
    machine = MachineRunner.ofSynthesised(folder);
    stack = new EmulatedStack(machine.template());
    functions = new FunctionService(stack, folder);
    eventSource = new EventSource(functions, stack.reference("DataQueue"));
  }

  @AfterAll
  static void tearDown() {
    if (eventSource != null) {
      eventSource.close();
      functions.close();
    }
  }

  /** The sample twice, so that there are two parts; the later settles all of the former. */
  private static ObjectNode sample() {
    ObjectNode request = JSON.createObjectNode();
    request
        .putObject("latestAsteroids")
        .putArray("url")
        .add("bundled:small-bodies.json")
        .add("bundled:small-bodies.json");
    request.putObject("benner").put("url", "bundled:delta-v.html");
    request.putObject("exoplanets").put("url", "bundled:exoplanets.csv");
    return request;
  }

  private static JsonNode run(ObjectNode request, FunctionService.Trouble trouble) {
    functions.begin(trouble);
    return machine.run("run-" + RUNS.incrementAndGet(), request, functions.address());
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

  private static Published lastNotification() {
    List<Published> all = Emulators.snsStub().published(stack.reference("NotificationsTopic"));
    return all.get(all.size() - 1);
  }

  private static long calls(String what) {
    return functions.calls().stream().filter(what::equals).count();
  }

  private static Optional<GenerationId> active() {
    return catalogue().active();
  }

  private static DynamoDbCatalogue catalogue() {
    return new DynamoDbCatalogue(
        Emulators.dynamoDb(), new TableNames("assay-dev"), Emulators.HURRIED);
  }

  private static void requireSample(JsonNode ended) {
    assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    try (CatalogueReader reader = catalogue().read().orElseThrow()) {
      assertThat(reader.count()).isEqualTo(SAMPLE);
    }
    assertThat(lastNotification().outcome()).isEqualTo("success");
  }

  @Test
  void run_ofTheSample_loadsItAndTells() throws IOException {
    JsonNode ended = run(sample(), FunctionService.NONE);

    requireSample(ended);
    assertThat(functions.calls())
        .startsWith("CreateTable create")
        .contains("ParseHorizon part 0", "ParseHorizon part 1")
        .containsSubsequence(
            "ParseHorizon complete",
            "CreateTable await",
            "CreateTable verify",
            "CreateTable activate",
            "CreateTable notify-success")
        .doesNotContain("CreateTable notify-failure");
    assertThat(lastNotification().subject()).contains("succeeded", "123");
    assertThat(hoursSinceSuccess()).isZero();
  }

  /** What the second schedule asks for. */
  private static int hoursSinceSuccess() throws IOException {
    byte[] answer = functions.call("CreateTable", "{\"action\":\"report\"}".getBytes(UTF_8)).body();
    return JSON.readTree(answer).get("hoursSinceSuccess").asInt(-1);
  }

  @Test
  void run_stepFailsInPassing_isRetriedByTheStateMachine() {
    requireSample(run(sample(), ended("DownloadExoplanets", -1, ErrorNames.TRANSIENT, 1)));

    assertThat(calls("DownloadExoplanets")).isEqualTo(2);
  }

  @Test
  void run_partTimesOutOnce_isDoneAgainAndTheOtherIsNot() {
    requireSample(run(sample(), ended("ParseHorizon", 1, "Sandbox.Timedout", 1)));

    assertThat(calls("ParseHorizon part 0")).isEqualTo(1);
    assertThat(calls("ParseHorizon part 1")).isEqualTo(2);
  }

  @Test
  void run_morePartsThanFitInOneExecution_isTheSame() throws IOException {
    MachineRunner distributed = machine.withMostInlineParts(1);
    functions.begin(ended("ParseHorizon", 0, "Sandbox.Timedout", 1));

    JsonNode ended =
        distributed.run("run-" + RUNS.incrementAndGet(), sample(), functions.address());

    requireSample(ended);
    assertThat(calls("ParseHorizon part 0")).isEqualTo(2);
  }

  @Test
  void run_missingInput_failsForGoodAndTheNotificationTellsAll() {
    Optional<GenerationId> before = active();
    ObjectNode request = sample();
    String missing = "s3://" + stack.reference("ArtifactsBucket") + "/given/none.json";
    request.putObject("latestAsteroids").put("url", missing);

    JsonNode ended = run(request, FunctionService.NONE);

    assertThat(ended.get("status").asText()).isEqualTo("FAILED");
    assertThat(ended.get("error").asText()).isEqualTo("dev.assay.lambda.PermanentFailure");
    assertThat(calls("GetLatestAsteroids")).isEqualTo(1);
    Published told = lastNotification();
    assertThat(told.outcome()).isEqualTo("failure");
    assertThat(told.subject()).isEqualTo("Assay refresh failed: get latest asteroids");
    assertThat(told.message())
        .contains("get latest asteroids")
        .contains("given/none.json")
        .contains("run-" + RUNS.get())
        .contains("The catalogue is as it was before the run.");
    assertThat(active()).isEqualTo(before);
  }

  /** The function could not say anything; the state machine knows what it was called for. */
  @Test
  void run_partRunsOutOfMemory_isToldWithStepAndPart() {
    JsonNode ended = run(sample(), ended("ParseHorizon", 1, "Runtime.ExitError", 99));

    assertThat(ended.get("status").asText()).isEqualTo("FAILED");
    assertThat(ended.get("error").asText()).isEqualTo("Runtime.ExitError");
    assertThat(lastNotification().subject()).isEqualTo("Assay refresh failed: parse horizon");
    assertThat(lastNotification().message())
        .contains("part 1", "Runtime.ExitError", "ended by the platform");
  }

  /** In a branch beside others that have no result yet either. */
  @Test
  void run_downloadTimesOutAgainAndAgain_isToldWithItsStep() {
    JsonNode ended = run(sample(), ended("DownloadExoplanets", -1, "Sandbox.Timedout", 99));

    assertThat(ended.get("status").asText()).isEqualTo("FAILED");
    assertThat(calls("DownloadExoplanets")).isEqualTo(4);
    assertThat(lastNotification().subject()).isEqualTo("Assay refresh failed: download exoplanets");
  }

  @Test
  void run_requestThatCannotBeMet_isToldNotSwallowed() {
    JsonNode ended = run(sample().put("model", "crystal-ball"), FunctionService.NONE);

    assertThat(ended.get("status").asText()).isEqualTo("FAILED");
    assertThat(lastNotification().subject()).isEqualTo("Assay refresh failed: create table");
    assertThat(lastNotification().message()).contains("crystal-ball");
  }
}
