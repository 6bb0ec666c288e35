package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.BuildVersion;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.Notifier.Notification;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import dev.assay.ports.SourceReport;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotifySuccessTest {

  private static final GenerationId RUN = aRequest().build().generation();
  private static final SourceReport MASSES = new SourceReport("masses", 44, 44, 0, 0, 0, List.of());
  private static final SourceReport PARSED = new SourceReport("bodies", 12, 9, 3, 0, 0, List.of());
  private static final SourceReport SETTLED = new SourceReport("bodies", 12, 7, 3, 2, 0, List.of());

  private final World world = new World();
  private final Map<StepName, StepResult> results = new EnumMap<>(StepName.class);

  NotifySuccessTest() {
    results.put(StepName.DOWNLOAD_DELTA_V, StepResult.warning("no list"));
    results.put(StepName.CALCULATE_MASSES, StepResult.of(MASSES));
    results.put(StepName.COMPLETE_PARSING, new StepResult(9, List.of(PARSED), List.of("a note")));
    results.put(StepName.VERIFY, new StepResult(7, List.of(SETTLED), List.of()));
  }

  private void succeed() {
    world.step(StepName.NOTIFY_SUCCESS, aRequest().run(results));
  }

  @Test
  void run_record_holdsCountsSourcesAndWarnings() {
    succeed();

    assertThat(world.ledger.history(10))
        .containsExactly(
            new RunRecord(
                RUN,
                "assay",
                TestRequest.STARTED,
                World.NOW,
                Outcome.SUCCEEDED,
                "7 bodies loaded",
                7,
                List.of(MASSES, SETTLED),
                List.of("no list", "a note"),
                7,
                BuildVersion.text()));
  }

  @Test
  void run_notification_saysHowManyBodiesAndWhatToKnow() {
    succeed();

    assertThat(world.notifier.notifications())
        .containsExactly(
            new Notification(
                Kind.SUCCESS,
                "Assay refresh succeeded: 7 bodies",
                String.join(
                    System.lineSeparator(),
                    "7 bodies loaded, 7 written, 3 rows rejected",
                    "note: no list",
                    "note: a note",
                    "run run-1")));
  }

  @Test
  void run_subjectOfAFullCatalogue_canBeReadOnAPhone() {
    results.put(StepName.VERIFY, new StepResult(1_450_000, List.of(SETTLED), List.of()));

    succeed();

    assertThat(world.notifier.notifications().get(0).subject())
        .isEqualTo("Assay refresh succeeded: 1450000 bodies")
        .hasSizeLessThanOrEqualTo(40);
  }

  @Test
  void run_repeatedAfterAnyFailure_tellsOnce() {
    for (int call = 1; world.notifier.notifications().isEmpty(); call++) {
      world.faults.failAt(call, Faults.Kind.TRANSIENT);
      try {
        succeed();
      } catch (PortException again) {
        assertThat(world.notifier.notifications()).isEmpty();
      }
    }

    assertThat(world.notifier.notifications()).hasSize(1);
    assertThat(world.ledger.history(10)).hasSize(1);
  }

  @Test
  void run_chunksAndObjectsOfOtherRuns_areLetGo() {
    world.ledger.expect(RUN, 0, 9);
    world.store.put("runs/run-0/x", Condition.ALWAYS, out -> out.write('x'));
    world.store.put("runs/run-1/x", Condition.ALWAYS, out -> out.write('x'));

    succeed();

    assertThat(world.ledger.chunks(RUN)).isEqualTo(new ChunkCounts(0, 0, 0, 0));
    assertThat(world.store.list("runs/").stream().map(StoredObject::key))
        .containsExactly("runs/run-1/x");
  }

  @Test
  void run_download_isReleasedForTheNextRun() {
    FakeSbdb service = FakeSbdb.withBodies(3);
    world.upstream.answer(FakeSbdb.QUERY, service);
    world.step(StepName.GET_LATEST_ASTEROIDS, aRequest().run());

    succeed();
    world.step(StepName.GET_LATEST_ASTEROIDS, aRequest().run());

    assertThat(service.requests()).hasSize(2);
  }
}
