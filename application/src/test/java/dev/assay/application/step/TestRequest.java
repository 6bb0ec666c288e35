package dev.assay.application.step;

import dev.assay.application.refresh.RefreshRequest;
import dev.assay.application.refresh.SmallBodySource;
import dev.assay.application.workflow.StepName;
import dev.assay.application.workflow.Workflow;
import dev.assay.ports.GenerationId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds requests: by default the query for all small bodies, and a table of masses. */
final class TestRequest {

  static final Instant STARTED = Instant.parse("2026-11-01T03:00:00Z");
  static final URI MASSES = URI.create("file:/tables/masses.txt");

  private String generation = "run-1";
  private final List<SmallBodySource> smallBodies = new ArrayList<>();
  private @Nullable URI deltaV;
  private @Nullable URI masses = MASSES;
  private @Nullable URI exoplanets;
  private boolean offline;
  private boolean full;

  private TestRequest() {}

  static TestRequest aRequest() {
    return new TestRequest();
  }

  TestRequest generation(String name) {
    generation = name;
    return this;
  }

  /** Adds a table of one or several pages. */
  TestRequest table(URI... parts) {
    smallBodies.add(new SmallBodySource(parts[0].toString(), List.of(parts)));
    return this;
  }

  TestRequest deltaV(@Nullable URI source) {
    deltaV = source;
    return this;
  }

  TestRequest masses(@Nullable URI source) {
    masses = source;
    return this;
  }

  TestRequest exoplanets(@Nullable URI source) {
    exoplanets = source;
    return this;
  }

  TestRequest offline() {
    offline = true;
    return this;
  }

  TestRequest full() {
    full = true;
    return this;
  }

  RefreshRequest build() {
    List<SmallBodySource> tables =
        smallBodies.isEmpty()
            ? List.of(new SmallBodySource("sbdb", List.of(FakeSbdb.QUERY)))
            : smallBodies;
    return new RefreshRequest(
        new GenerationId(generation),
        STARTED,
        "assay",
        tables,
        deltaV,
        masses,
        exoplanets,
        offline,
        full);
  }

  /** The run as its first step sees it. */
  RefreshRun run() {
    return run(Map.of());
  }

  /** The run as the verification sees it, after a parsing that came to a result. */
  RefreshRun runToVerify(StepResult parsed) {
    Map<StepName, StepResult> results = new EnumMap<>(StepName.class);
    Workflow.refresh().before(StepName.VERIFY).forEach(step -> results.put(step, StepResult.EMPTY));
    results.put(StepName.COMPLETE_PARSING, parsed);
    return run(results);
  }

  /** The run after some steps. */
  RefreshRun run(Map<StepName, StepResult> results) {
    return new RefreshRun(build(), results);
  }
}
