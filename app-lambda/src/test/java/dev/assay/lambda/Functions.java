package dev.assay.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.refresh.SmallBodySource;
import dev.assay.application.step.RefreshRun;
import dev.assay.application.step.Step;
import dev.assay.application.step.StepResult;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import dev.assay.local.LocalRunner;
import dev.assay.local.LocalRunner.Ended;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PortException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of one deployment, called as the state machine calls them: each step of the
 * workflow is an event for a handler, and all that a step learns of those before comes from there.
 */
final class Functions {

  private static final Instant STARTED = Instant.parse("2026-11-01T03:00:00Z");
  private static final int LARGEST_STATE = 20_000;

  private final Map<StepName, RequestStreamHandler> handlers = new EnumMap<>(StepName.class);
  private final Map<StepName, String> actions =
      Map.of(
          StepName.CREATE_TABLE, "create",
          StepName.COMPLETE_PARSING, "complete",
          StepName.AWAIT_WRITES, "await",
          StepName.VERIFY, "verify",
          StepName.ACTIVATE, "activate",
          StepName.NOTIFY_SUCCESS, "notify-success",
          StepName.NOTIFY_FAILURE, "notify-failure");
  private final String execution;
  private final JsonNode request;
  private final List<String> calls = new ArrayList<>();
  private Supplier<Context> contexts = () -> FakeContext.PATIENT;
  private Runnable beforeAwait = () -> {};

  /** The functions, for an execution of the state machine with an input. */
  Functions(Assembly assembly, String execution, String request) {
    this.execution = execution;
    this.request = Lines.json(request);
    RequestStreamHandler createTable = new CreateTableHandler(assembly);
    RequestStreamHandler parseHorizon = new ParseHorizonHandler(assembly);
    handlers.put(StepName.DOWNLOAD_DELTA_V, new DownloadDeltaVHandler(assembly));
    handlers.put(StepName.DOWNLOAD_EXOPLANETS, new DownloadExoplanetsHandler(assembly));
    handlers.put(StepName.CALCULATE_MASSES, new CalculateMassesHandler(assembly));
    handlers.put(StepName.GET_LATEST_ASTEROIDS, new GetLatestAsteroidsHandler(assembly));
    handlers.put(StepName.PARSE_HORIZON, parseHorizon);
    handlers.put(StepName.COMPLETE_PARSING, parseHorizon);
    for (StepName step : StepName.values()) {
      handlers.putIfAbsent(step, createTable);
    }
  }

  /** Each call is given a context of its own from now on. */
  void callsHave(Supplier<Context> others) {
    contexts = others;
  }

  /** Does something just before the writes are awaited for the first time. */
  void beforeAwait(Runnable what) {
    beforeAwait = what;
  }

  /** The steps that were called, with their parts. */
  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  GenerationId generation() {
    return new RunName(execution, STARTED).generation();
  }

  /** Runs the workflow to its end. */
  Ended run() {
    Map<StepName, Step> steps = new EnumMap<>(StepName.class);
    for (StepName step : StepName.values()) {
      steps.put(step, run -> call(step, run));
    }
    return new LocalRunner(steps, pause -> {}, () -> 0).run(Workflow.refresh(), anyRequest());
  }

  /** The functions read the request from the event; what the runner hands on does not count. */
  private RefreshRequest anyRequest() {
    URI nowhere = URI.create("file:/nowhere");
    return new RefreshRequest(
        new GenerationId("not-used"),
        Instant.EPOCH,
        "assay",
        List.of(new SmallBodySource("none", List.of(nowhere))),
        null,
        nowhere,
        null,
        true,
        false);
  }

  private StepResult call(StepName step, RefreshRun run) {
    if (step == StepName.AWAIT_WRITES && run.cursor() == null) {
      beforeAwait.run();
    }
    try {
      JsonNode answer = Lines.json(invoke(step, event(step, run)));
      return new StepResult(
          answer.get("rows").longValue(),
          List.of(),
          List.of(),
          answer.get("partNumbers").size(),
          answer.get("finished").booleanValue() ? null : answer.get("cursor").textValue());
    } catch (TransientFailure e) {
      throw PortException.temporary(String.valueOf(e.getMessage()), e);
    } catch (PermanentFailure e) {
      throw PortException.permanent(String.valueOf(e.getMessage()), e);
    }
  }

  private ObjectNode event(StepName step, RefreshRun run) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putObject("execution").put("name", execution).put("startTime", STARTED.toString());
    event.set("request", request);
    event.put("cursor", run.cursor());
    if (actions.containsKey(step)) {
      event.put("action", actions.get(step));
    }
    if (step == StepName.PARSE_HORIZON) {
      event.put("part", run.part());
    }
    RefreshRun.@Nullable Failure failure = run.failure();
    if (failure != null) {
      String cause =
          JsonNodeFactory.instance
              .objectNode()
              .put("errorMessage", failure.message())
              .put("errorType", PermanentFailure.class.getName())
              .toString();
      event.putObject("error").put("Error", PermanentFailure.class.getName()).put("Cause", cause);
    }
    return event;
  }

  /** Calls the function of a step, and returns its answer. */
  String invoke(StepName step, ObjectNode event) {
    synchronized (this) {
      calls.add(step + (event.has("part") ? " " + event.get("part") : ""));
    }
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      RequestStreamHandler handler = handlers.get(step);
      if (handler == null) {
        throw new IllegalStateException("nobody does " + step);
      }
      handler.handleRequest(
          new ByteArrayInputStream(event.toString().getBytes(UTF_8)), answer, contexts.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (answer.size() > LARGEST_STATE) {
      throw new AssertionError(step + " answered with " + answer.size() + " bytes");
    }
    return answer.toString(UTF_8);
  }
}
