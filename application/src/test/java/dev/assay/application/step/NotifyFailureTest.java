package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.BuildVersion;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.Notifier.Notification;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import dev.assay.ports.SourceReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotifyFailureTest {

  private static final GenerationId BEFORE = new GenerationId("run-0");
  private static final GenerationId RUN = aRequest().build().generation();
  private static final String REASON = "https://example.org: is cut off; fetch it again";

  private final World world = new World();

  NotifyFailureTest() {
    load(BEFORE);
    activate(BEFORE);
    load(RUN);
  }

  private void load(GenerationId generation) {
    world.catalogue.create(generation);
    world.ledger.expect(generation, 0, 1);
    new WriteBatch(world.catalogue, world.ledger)
        .write(Entries.batch(generation, 0, anEntry().row(0, 1)));
  }

  private void activate(GenerationId generation) {
    world.catalogue.seal(generation);
    world.catalogue.activate(generation);
  }

  private void fail(StepName step, Map<StepName, StepResult> results) {
    RefreshRun.Failure failure = new RefreshRun.Failure(step, REASON);
    world.step(StepName.NOTIFY_FAILURE, aRequest().run(results).failed(failure));
  }

  @ParameterizedTest
  @EnumSource(StepName.class)
  void run_anyStepFailed_saysWhatFailedAndWhy(StepName step) {
    fail(step, Map.of());

    Notification told = world.notifier.notifications().get(0);
    assertThat(told.kind()).isEqualTo(Kind.FAILURE);
    assertThat(told.subject())
        .isEqualTo("Assay refresh failed: " + step.title())
        .hasSizeLessThanOrEqualTo(100);
    assertThat(told.body().lines())
        .containsExactly(
            step.title() + ": " + REASON, "The catalogue is as it was before the run.");
  }

  @Test
  void run_beforeTheActivation_dropsWhatTheRunMade() {
    fail(StepName.VERIFY, Map.of());

    assertThat(world.catalogue.generations()).containsExactly(BEFORE);
    assertThat(world.catalogue.active()).contains(BEFORE);
    assertThat(world.ledger.chunks(RUN)).isEqualTo(new ChunkCounts(0, 0, 0, 0));
  }

  @Test
  void run_record_holdsWhatIsKnown() {
    SourceReport masses = new SourceReport("masses", 3, 2, 1, 0, 0, List.of());
    SourceReport bodies = new SourceReport("bodies", 9, 9, 0, 0, 0, List.of());

    fail(
        StepName.AWAIT_WRITES,
        Map.of(
            StepName.CALCULATE_MASSES,
            new StepResult(2, List.of(masses), List.of("a warning")),
            StepName.PARSE_HORIZON,
            StepResult.of(bodies)));

    RunRecord run = world.ledger.history(1).get(0);
    assertThat(run.generation()).isEqualTo(RUN);
    assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(run.message()).isEqualTo("await writes: " + REASON);
    assertThat(run.startedAt()).isEqualTo(TestRequest.STARTED);
    assertThat(run.finishedAt()).isEqualTo(World.NOW);
    assertThat(run.rows()).isZero();
    assertThat(run.sources()).containsExactlyInAnyOrder(masses, bodies);
    assertThat(run.warnings()).containsExactly("a warning");
    assertThat(run.version()).isEqualTo(BuildVersion.text());
  }

  @Test
  void run_notification_endsWithTheWarnings() {
    fail(StepName.VERIFY, Map.of(StepName.DOWNLOAD_DELTA_V, StepResult.warning("no list")));

    assertThat(world.notifier.notifications().get(0).body().lines())
        .containsExactly(
            "verify: " + REASON, "The catalogue is as it was before the run.", "note: no list");
  }

  @Test
  void run_afterTheActivation_keepsTheNewCatalogueAndSaysSo() {
    activate(RUN);

    fail(StepName.NOTIFY_SUCCESS, Map.of());

    assertThat(world.catalogue.active()).contains(RUN);
    assertThat(world.notifier.notifications().get(0).body())
        .endsWith("The new catalogue is active; only what follows its activation failed.");
  }

  @Test
  void run_again_isTheSame() {
    fail(StepName.VERIFY, Map.of());
    List<RunRecord> first = world.ledger.history(10);

    fail(StepName.VERIFY, Map.of());

    assertThat(world.ledger.history(10)).isEqualTo(first);
  }

  @Test
  void run_withoutAFailure_isRefused() {
    assertThatThrownBy(() -> world.step(StepName.NOTIFY_FAILURE, aRequest().run()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
