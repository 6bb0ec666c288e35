package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.step.SequentialRunner.Ended;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import dev.assay.ports.SourceReport;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The whole workflow over the bundled sample. */
class RefreshTest {

  private static final int SAMPLE_BODIES = 123;
  private static final URI DELTA_V = URI.create("https://example.org/delta-v.html");
  private static final URI EXOPLANETS = URI.create("https://example.org/TAP/sync");

  private final World world = new World();
  private final FakeSbdb service =
      FakeSbdb.withFirstOf(Sample.text("small-bodies.json"), SAMPLE_BODIES);

  RefreshTest() {
    world.upstream.answer(FakeSbdb.QUERY, service);
    world.upstream.publish(DELTA_V, Sample.text("delta-v.html"), "\"1\"");
    world.upstream.publish(EXOPLANETS, Sample.text("exoplanets.csv"), "\"1\"");
  }

  private static TestRequest request(String generation) {
    return aRequest().generation(generation).deltaV(DELTA_V).exoplanets(EXOPLANETS);
  }

  @Test
  void refresh_sample_isActiveAndComplete() {
    Ended ended = world.refresh(request("run-1"));

    assertThat(ended.failure()).isNull();
    assertThat(world.catalogue.active()).contains(new GenerationId("run-1"));
    assertThat(world.csv().lines()).hasSize(SAMPLE_BODIES + 1);
    assertThat(world.entry("433").name()).isEqualTo("Eros");
    assertThat(world.notifier.notifications())
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.subject()).isEqualTo("Assay refresh succeeded: 123 bodies");
              assertThat(told.body().lines())
                  .startsWith("123 bodies loaded, 123 written, 0 rows rejected")
                  .endsWith("run run-1")
                  .filteredOn(line -> line.startsWith("note: "))
                  .hasSize(3);
            });
  }

  @Test
  void refresh_sample_isOnRecordSourceBySource() {
    world.refresh(request("run-1"));

    RunRecord run = world.ledger.history(1).get(0);
    assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(run.rows()).isEqualTo(SAMPLE_BODIES);
    assertThat(run.sources())
        .extracting(SourceReport::source)
        .startsWith(DELTA_V.toString(), EXOPLANETS.toString(), "/tables/masses.txt")
        .hasSize(3 + 16);
    assertThat(run.sources())
        .filteredOn(source -> source.source().startsWith("small-bodies/"))
        .extracting(SourceReport::accepted)
        .satisfies(
            rows ->
                assertThat(rows.stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(SAMPLE_BODIES));
    assertThat(run.warnings())
        .hasSize(3)
        .anyMatch(note -> note.startsWith("delta-v agrees with the published list"))
        .anyMatch(note -> note.startsWith("1 body has the flag diameter"))
        .anyMatch(note -> note.startsWith("1 body has the flag masses"));
  }

  @Test
  void refresh_again_givesTheSameBytesAndFetchesOnlyWhatChanged() {
    world.refresh(request("run-1"));
    String first = world.csv();

    world.refresh(request("run-2"));

    assertThat(world.csv()).isEqualTo(first);
    assertThat(world.catalogue.active()).contains(new GenerationId("run-2"));
    assertThat(world.upstream.requests())
        .filteredOn(request -> request.source().equals(DELTA_V))
        .last()
        .satisfies(request -> assertThat(request.held()).isNotNull());
  }

  @Test
  void refresh_sideSourcesUnreachable_succeedsWithWarnings() {
    world.refresh(request("run-1"));
    String withAll = world.csv();
    world.upstream.unreachable(DELTA_V);
    world.upstream.unreachable(EXOPLANETS);

    Ended ended = world.refresh(request("run-2"));

    assertThat(ended.succeeded()).isTrue();
    assertThat(world.ledger.history(1).get(0).warnings())
        .contains(
            "delta-v list: https://example.org/delta-v.html could not be reached; used the copy"
                + " that was current less than an hour ago",
            "exoplanets: https://example.org/TAP/sync could not be reached; used the copy that was"
                + " current less than an hour ago");
    assertThat(world.csv()).isEqualTo(withAll);
  }

  @Test
  void refresh_smallBodiesUnreachable_leavesTheCatalogueAsItWas() {
    world.refresh(request("run-1"));
    String before = world.csv();
    world.upstream.unreachable(FakeSbdb.QUERY);

    Ended ended = world.refresh(request("run-2"));

    assertThat(ended.failure())
        .isEqualTo(
            new RefreshRun.Failure(
                StepName.GET_LATEST_ASTEROIDS, FakeSbdb.QUERY + " could not be reached"));
    assertThat(world.csv()).isEqualTo(before);
    assertThat(world.notifier.notifications().get(1).kind()).isEqualTo(Kind.FAILURE);
  }

  @Test
  void refresh_offlineAfterASuccess_needsNoUpstream() {
    world.refresh(request("run-1"));
    String online = world.csv();
    int asked = world.upstream.requests().size();

    assertThat(world.refresh(request("run-2").offline()).succeeded()).isTrue();
    assertThat(world.csv()).isEqualTo(online);
    assertThat(world.upstream.requests().subList(asked, world.upstream.requests().size()))
        .extracting(FakeUpstream.Request::source)
        .containsExactly(TestRequest.MASSES);
  }
}
