package dev.assay.infra.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.aws.DynamoDbCatalogue;
import dev.assay.aws.DynamoDbRunLedger;
import dev.assay.aws.TableNames;
import dev.assay.aws.emulator.Emulators;
import dev.assay.aws.emulator.SnsStub.Published;
import dev.assay.infra.MachineRunner;
import dev.assay.infra.permission.Recorder;
import dev.assay.infra.permission.StackPermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The stack as it would be deployed: stores, queues and topic on emulators, every function in a
 * process of its own, the state machine in an interpreter. There is one for all tests of this JVM,
 * and it ends with it.
 *
 * @param machine runs the state machine
 * @param stack what the template came to
 * @param recorder sees every request of the functions
 * @param functions calls them
 */
record Deployment(
    MachineRunner machine, EmulatedStack stack, Recorder recorder, FunctionService functions) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final AtomicInteger RUNS = new AtomicInteger();

  private static final class Holder {
    static final Deployment DEPLOYMENT = deploy();
  }

  static Deployment get() {
    return Holder.DEPLOYMENT;
  }

  private static Deployment deploy() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "deployment");
      MachineRunner machine = MachineRunner.ofSynthesised(folder);
      EmulatedStack stack = new EmulatedStack(machine.template());
      Recorder recorder =
          new Recorder(
              Map.of(
                  "dynamodb", Emulators.dynamoDbEndpoint(),
                  "s3", Emulators.s3Endpoint(),
                  "sqs", Emulators.sqsEndpoint(),
                  "sns", Emulators.snsStub().endpoint()));
      FunctionService functions = new FunctionService(stack, recorder, folder);
      EventSource.start(functions, stack.reference("DataQueue"));
      return new Deployment(machine, stack, recorder, functions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample twice, so that there are two parts; the later settles all of the former. */
  ObjectNode sample() {
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

  /** Runs an execution to its end, and tells how it ended. */
  JsonNode run(ObjectNode request) {
    return run(machine, request);
  }

  /** The same with a definition that was changed. */
  JsonNode run(MachineRunner changed, ObjectNode request) {
    return changed.run("run-" + RUNS.incrementAndGet(), request, functions.address());
  }

  /** The name of the execution that was run last. */
  static String lastRun() {
    return "run-" + RUNS.get();
  }

  Published lastNotification() {
    List<Published> all = Emulators.snsStub().published(stack.reference("NotificationsTopic"));
    return all.get(all.size() - 1);
  }

  /** What the roles of the template may do, held against all requests so far. */
  StackPermissions permissions() {
    return new StackPermissions(
        machine.template().get("Resources"), stack.reference("ArtifactsBucket"), recorder);
  }

  DynamoDbRunLedger ledger() {
    return new DynamoDbRunLedger(
        Emulators.dynamoDb(), new TableNames("assay-dev"), Emulators.HURRIED);
  }

  DynamoDbCatalogue catalogue() {
    return new DynamoDbCatalogue(
        Emulators.dynamoDb(), new TableNames("assay-dev"), Emulators.HURRIED);
  }
}
