package dev.assay.infra.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.application.message.BatchCodec;
import dev.assay.aws.emulator.Emulators;
import dev.assay.infra.RequiresNode;
import dev.assay.infra.permission.Recorder;
import dev.assay.infra.permission.RefusedRequest;
import dev.assay.infra.permission.StackPermissions;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Takes the functions along all of their paths, and holds every request that they make against the
 * policies of the template as AWS would: each has to be allowed, and nothing else.
 */
@RequiresNode
class PermissionsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path SAMPLE = Path.of(System.getProperty("assay.root"), "sample");
  private static final Deployment AWS = Deployment.get();

  /** What nobody is seen to do here, and why it is allowed all the same. */
  private static final List<String> EXCEPTIONS =
      List.of(
          // CDK's target of a schedule asks for the versions of a function too.
          "SchedulesAgeRole.* may \\[lambda:InvokeFunction] on .*:assay-dev-create-table:\\*]");

  private static StackPermissions permissions;

  @BeforeAll
  static void takeAllPaths() throws Exception {
    SourceServer sources = new SourceServer();
    CompletableFuture<Void> troubled = CompletableFuture.runAsync(PermissionsTest::troubledWriter);
    String bodies = Files.readString(SAMPLE.resolve("small-bodies.json"));
    URI small = sources.put("/sbdb_query.api", bodies.getBytes(UTF_8));
    URI planets = sources.put("/planets", Files.readAllBytes(SAMPLE.resolve("exoplanets.csv")));
    URI deltaV = sources.put("/delta-v", Files.readAllBytes(SAMPLE.resolve("delta-v.html")));
    URI masses = sources.put("/masses", Files.readAllBytes(SAMPLE.resolve("masses.txt")));
    ObjectNode request = JSON.createObjectNode();
    request.putObject("latestAsteroids").put("url", small.toString()).put("filename", "bodies");
    request.putObject("exoplanets").put("url", planets.toString()).put("filename", "planets");
    request.putObject("benner").put("url", deltaV.toString()).put("filename", "delta-v");
    request.putObject("masses").put("url", masses.toString()).put("filename", "masses");

    require("SUCCEEDED", request.deepCopy().put("full", true));
    sources.put("/sbdb_query.api", bodies.replace("\"939.4\"", "\"940.1\"").getBytes(UTF_8));
    require("SUCCEEDED", request);
    require("SUCCEEDED", withSourcesGone(request, sources));
    require("SUCCEEDED", fromBucket(sources));
    sendUnreadableCompletion();
    requireDeadLettersToEndTheRun();
    callWithDamagedObjects(request, sources);
    call("CreateTable", "{\"action\":\"report\"}");
    deleteGenerationThatWasLeft();
    troubled.join();
    permissions = AWS.permissions();
  }

  private static void require(String status, ObjectNode request) {
    JsonNode ended = AWS.run(request);
    assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo(status);
  }

  /** Sources that cannot be reached and never were: the generation before keeps its part. */
  private static ObjectNode withSourcesGone(ObjectNode request, SourceServer sources) {
    ObjectNode gone = request.deepCopy();
    for (String source : List.of("exoplanets", "benner", "masses")) {
      gone.putObject(source).put("url", sources.address("/none/" + source).toString());
    }
    return gone;
  }

  /** Tables that an operator put there, and one of another tool, which has no pages. */
  private static ObjectNode fromBucket(SourceServer sources) {
    ObjectNode request = AWS.sample();
    for (String name :
        List.of("small-bodies.json", "delta-v.html", "exoplanets.csv", "masses.txt")) {
      RequestBody body = RequestBody.fromFile(SAMPLE.resolve(name));
      Emulators.s3().putObject(r -> r.bucket(bucket()).key("given/" + name), body);
    }
    String given = "s3://" + bucket() + "/given/";
    URI table = sources.put("/bodies.csv", bodiesAsCsv().getBytes(UTF_8));
    request
        .putObject("latestAsteroids")
        .putArray("url")
        .add(given + "small-bodies.json")
        .add(table.toString());
    request.putObject("benner").put("url", given + "delta-v.html");
    request.putObject("exoplanets").put("url", given + "exoplanets.csv");
    request.putObject("masses").put("url", given + "masses.txt");
    return request;
  }

  private static void requireDeadLettersToEndTheRun() {
    AWS.recorder()
        .refuse(
            refusal("dynamodb TransactWriteItems", "", 400, "AccessDeniedException"),
            () -> require("FAILED", AWS.sample().put("full", true)));
  }

  private static Recorder.Refusal refusal(String what, String about, int status, String code) {
    return (function, operation, body) ->
        operation.equals(what) && body.contains(about)
            ? Optional.of(new RefusedRequest(status, code))
            : Optional.empty();
  }

  /** Calls a function past the state machine; whether it succeeds does not matter. */
  private static void call(String function, String event) throws IOException {
    AWS.functions().call(function, event.getBytes(UTF_8));
  }

  private static String bodiesAsCsv() {
    return "full_name,pdes,H,a,e,i\n433 Eros (A898 PA),433,10.4,1.458,0.223,10.83\n";
  }

  private static void sendUnreadableCompletion() {
    String queue = AWS.stack().reference("CompletionsQueue");
    Emulators.sqs().sendMessage(r -> r.queueUrl(queue).messageBody("unreadable"));
  }

  /**
   * What is damaged is deleted, so that it is fetched anew: pages and tables when they are parsed,
   * the copy of a source when the source says that it is current.
   */
  private static void callWithDamagedObjects(ObjectNode request, SourceServer sources)
      throws IOException {
    call("GetLatestAsteroids", event(request, ""));
    put(keyOf("small-bodies/", "page-"), "damaged");
    call("ParseHorizon", event(request, ""));
    ObjectNode ofTable = JSON.createObjectNode();
    ofTable.putObject("latestAsteroids").put("url", sources.address("/bodies.csv").toString());
    call("GetLatestAsteroids", event(ofTable, ""));
    keys("downloads/").filter(key -> key.endsWith("/content")).forEach(key -> put(key, "damaged"));
    call("ParseHorizon", event(ofTable, ""));
    call("DownloadExoplanets", event(request, ""));
    call("DownloadDeltaV", event(request, ""));
    call("CalculateMasses", event(request, ""));
    // What a download that broke off may leave beside the pages goes with the next success.
    put(keyOf("small-bodies/", "downloads").replaceFirst("[^/]+$", "left"), "");
    call("CreateTable", event(request, "notify-success"));
  }

  private static void deleteGenerationThatWasLeft() throws IOException {
    GenerationId left = new GenerationId("left-1");
    AWS.catalogue().create(left);
    AWS.ledger().expect(left, 0, 1);
    call("CreateTable", "{\"action\":\"delete\",\"generation\":\"" + left + "\"}");
    assertThat(AWS.catalogue().generations()).doesNotContain(left);
  }

  private static String event(ObjectNode request, String action) {
    ObjectNode event = JSON.createObjectNode();
    event.putObject("execution").put("name", "direct").put("startTime", "2026-11-01T03:00:00Z");
    event.set("request", request);
    event.put("action", action).put("part", 0);
    return event.toString();
  }

  private static String keyOf(String prefix, String having) {
    return keys(prefix).filter(key -> key.contains(having)).findFirst().orElseThrow();
  }

  private static Stream<String> keys(String prefix) {
    return Emulators.s3().listObjectsV2(r -> r.bucket(bucket()).prefix(prefix)).contents().stream()
        .map(S3Object::key);
  }

  private static void put(String key, String content) {
    Emulators.s3().putObject(r -> r.bucket(bucket()).key(key), RequestBody.fromString(content));
  }

  private static String bucket() {
    return AWS.stack().reference("ArtifactsBucket");
  }

  @Test
  void requests_all_areAllowedByThePolicies() {
    assertThat(permissions.missing()).isEmpty();
  }

  @Test
  void policies_all_allowNothingThatNobodyDoes() {
    List<String> superfluous = permissions.superfluous();

    assertThat(superfluous).allMatch(grant -> EXCEPTIONS.stream().anyMatch(grant::matches));
    assertThat(EXCEPTIONS).allMatch(one -> superfluous.stream().anyMatch(g -> g.matches(one)));
  }

  @Test
  void policies_andRequests_nameWhatAwsKnows() {
    assertThat(permissions.unknown()).isEmpty();
  }

  /**
   * A writer whose requests are turned away until its time runs out, in a process of its own: once
   * DynamoDB asks to slow down, once it fails. Neither the message nor its generation exists.
   */
  private static void troubledWriter() {
    FunctionProcess writer = AWS.functions().start("WriteToDynamo");
    AWS.recorder()
        .refuse(
            refusal("dynamodb GetItem", "throttled-1", 400, "ThrottlingException"),
            () -> call(writer, event("throttled-1")));
    AWS.recorder()
        .refuse(
            refusal("dynamodb GetItem", "failing-1", 500, "InternalServerError"),
            () -> call(writer, event("failing-1")));
    writer.close();
  }

  private static void call(FunctionProcess process, byte[] event) {
    try {
      process.call(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] event(String generation) {
    BodyBatch batch = Entries.batch(new GenerationId(generation), 0, Entries.anEntry().row(0, 1));
    ObjectNode event = JSON.createObjectNode();
    event
        .putArray("Records")
        .addObject()
        .put("messageId", "1")
        .put("receiptHandle", "none")
        .put("body", new String(new BatchCodec().encode(batch), UTF_8))
        .putObject("attributes")
        .put("ApproximateReceiveCount", "1");
    return event.toString().getBytes(UTF_8);
  }
}
