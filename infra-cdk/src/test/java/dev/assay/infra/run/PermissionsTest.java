package dev.assay.infra.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.emulator.Emulators;
import dev.assay.infra.RequiresNode;
import dev.assay.infra.permission.RefusedRequest;
import dev.assay.infra.permission.StackPermissions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Takes the functions along all of their paths, and holds every request that they make against the
 * policies of the template as AWS would: each has to be allowed, and nothing else.
 */
@RequiresNode
class PermissionsTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path SAMPLE = Path.of(System.getProperty("assay.root"), "sample");
  private static final Deployment AWS = Deployment.get();

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
    require("SUCCEEDED", fromBucket());
    require("FAILED", AWS.sample().put("model", "crystal-ball"));
    require("FAILED", withPlanetsThatAreNone(sources));
    requireDeadLettersToEndTheRun();
    call("{\"action\":\"report\"}");
    call("{\"action\":\"delete\",\"generation\":\"20200101T000000000Z-12345678\"}");
    troubled.join();
    permissions =
        new StackPermissions(
            AWS.machine().template().get("Resources"),
            AWS.stack().reference("ArtifactsBucket"),
            AWS.recorder());
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

  private static ObjectNode withPlanetsThatAreNone(SourceServer sources) {
    ObjectNode request = AWS.sample();
    URI page = sources.put("/page", "<html><title>Maintenance</title></html>".getBytes(UTF_8));
    request.putObject("exoplanets").put("url", page.toString());
    return request;
  }

  private static ObjectNode fromBucket() {
    String bucket = AWS.stack().reference("ArtifactsBucket");
    ObjectNode request = AWS.sample();
    for (String name :
        List.of("small-bodies.json", "delta-v.html", "exoplanets.csv", "masses.txt")) {
      RequestBody body = RequestBody.fromFile(SAMPLE.resolve(name));
      Emulators.s3().putObject(r -> r.bucket(bucket).key("given/" + name), body);
    }
    String given = "s3://" + bucket + "/given/";
    request.putObject("latestAsteroids").put("url", given + "small-bodies.json");
    request.putObject("benner").put("url", given + "delta-v.html");
    request.putObject("exoplanets").put("url", given + "exoplanets.csv");
    request.putObject("masses").put("url", given + "masses.txt");
    return request;
  }

  private static void requireDeadLettersToEndTheRun() {
    AWS.recorder()
        .refuse(
            (function, operation, body) ->
                operation.equals("dynamodb TransactWriteItems")
                    ? Optional.of(new RefusedRequest(400, "AccessDeniedException"))
                    : Optional.empty());
    require("FAILED", AWS.sample().put("full", true));
    AWS.recorder().refuseNothing();
  }

  private static void call(String event) throws IOException {
    AWS.functions().call("CreateTable", event.getBytes(UTF_8));
  }

  @Test
  void requests_all_areAllowedByThePolicies() {
    assertThat(permissions.missing()).isEmpty();
  }

  @Test
  void policies_all_allowNothingThatNobodyDoes() {
    assertThat(permissions.superfluous()).isEmpty();
  }

  @Test
  void policies_andRequests_nameWhatAwsKnows() {
    assertThat(permissions.unknown()).isEmpty();
  }

  /** A writer whose requests are turned away, in a process of its own. */
  private static void troubledWriter() {}
}
