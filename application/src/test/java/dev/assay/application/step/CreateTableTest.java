package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static dev.assay.ports.Entries.anEntry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.BuildVersion;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CreateTableTest {

  private static final GenerationId EARLIER = new GenerationId("run-0");
  private static final GenerationId RUN = aRequest().build().generation();
  private static final ChunkCounts NOTHING = new ChunkCounts(0, 0, 0, 0);

  private final World world = new World();

  private void create() {
    world.step(StepName.CREATE_TABLE, aRequest().run());
  }

  /** A run that was under way with one batch written. */
  private RunRecord interrupted(Outcome outcome) {
    RunRecord run =
        new RunRecord(
                EARLIER,
                "assay",
                TestRequest.STARTED,
                null,
                outcome,
                "running",
                0,
                List.of(),
                List.of("a warning"))
            .madeBy("0.9.0");
    world.ledger.record(run);
    world.catalogue.create(EARLIER);
    world.ledger.expect(EARLIER, 0, 1);
    new WriteBatch(world.catalogue, world.ledger)
        .write(Entries.batch(EARLIER, 0, anEntry().row(0, 1)));
    return run;
  }

  private void activateEarlier() {
    world.catalogue.seal(EARLIER);
    world.catalogue.activate(EARLIER);
  }

  private RunRecord recordOf(GenerationId run) {
    return world.ledger.history(10).stream()
        .filter(known -> known.generation().equals(run))
        .findFirst()
        .orElseThrow();
  }

  private void put(String key) {
    world.store.put(key, Condition.ALWAYS, out -> out.write('x'));
  }

  @Test
  void run_first_makesAnEmptyGenerationThatNobodySees() {
    create();

    assertThat(world.catalogue.generations()).containsExactly(RUN);
    assertThat(world.catalogue.active()).isEmpty();
    assertThat(recordOf(RUN))
        .isEqualTo(
            new RunRecord(
                    RUN,
                    "assay",
                    TestRequest.STARTED,
                    null,
                    Outcome.RUNNING,
                    "running",
                    0,
                    List.of(),
                    List.of())
                .madeBy(BuildVersion.text()));
  }

  @Test
  void run_again_emptiesTheGeneration() {
    create();
    world.ledger.expect(RUN, 0, 1);
    new WriteBatch(world.catalogue, world.ledger).write(Entries.batch(RUN, 0, anEntry().row(0, 1)));
    put("runs/run-1/masses.json");

    create();

    assertThat(world.catalogue.seal(RUN).rows()).isZero();
    assertThat(world.ledger.chunks(RUN)).isEqualTo(NOTHING);
    assertThat(world.ledger.history(10)).hasSize(1);
  }

  @Test
  void run_generationActive_leavesItAlone() {
    create();
    world.catalogue.seal(RUN);
    world.catalogue.activate(RUN);

    assertThatThrownBy(this::create).isInstanceOf(PortException.class);
    assertThat(world.catalogue.active()).contains(RUN);
  }

  @Test
  void run_afterAnInterruptedRun_dropsItsGenerationAndSaysSo() {
    RunRecord earlier = interrupted(Outcome.RUNNING);

    create();

    assertThat(world.catalogue.generations()).containsExactly(RUN);
    assertThat(world.ledger.chunks(EARLIER)).isEqualTo(NOTHING);
    assertThat(recordOf(EARLIER))
        .isEqualTo(
            new RunRecord(
                    EARLIER,
                    "assay",
                    earlier.startedAt(),
                    World.NOW,
                    Outcome.INTERRUPTED,
                    "its process ended early",
                    0,
                    List.of(),
                    List.of("a warning"))
                .madeBy("0.9.0"));
  }

  @Test
  void run_afterARunInterruptedPastItsActivation_countsItAsSucceeded() {
    interrupted(Outcome.RUNNING);
    activateEarlier();

    create();

    assertThat(world.catalogue.active()).contains(EARLIER);
    assertThat(world.ledger.chunks(EARLIER)).isEqualTo(NOTHING);
    RunRecord settled = recordOf(EARLIER);
    assertThat(settled.outcome()).isEqualTo(Outcome.SUCCEEDED);
    assertThat(settled.rows()).isEqualTo(1);
    assertThat(settled.finishedAt()).isEqualTo(World.NOW);
  }

  @ParameterizedTest
  @EnumSource(value = Outcome.class, mode = EnumSource.Mode.EXCLUDE, names = "RUNNING")
  void run_afterARunThatEnded_leavesItsRecordAlone(Outcome outcome) {
    RunRecord earlier = interrupted(outcome);
    activateEarlier();

    create();

    assertThat(recordOf(EARLIER)).isEqualTo(earlier);
    assertThat(world.catalogue.active()).contains(EARLIER);
  }

  @Test
  void run_afterAnInterruptedRun_keepsTheActiveGenerationReadable() {
    interrupted(Outcome.SUCCEEDED);
    activateEarlier();
    String before = world.csv();

    create();

    assertThat(world.csv()).isEqualTo(before);
  }

  @Test
  void run_objectsOfOtherRuns_areDeleted() {
    put("runs/run-0/masses.json");
    put("runs/run-10/masses.json");
    put("runs/run-1/masses.json");
    put("downloads/abc/content");
    put("side-tables/run-0/masses.json");
    put("small-bodies/abc/downloads.json");

    create();

    assertThat(world.store.list("").stream().map(StoredObject::key))
        .containsExactly(
            "downloads/abc/content",
            "runs/run-1/load.json",
            "runs/run-1/masses.json",
            "small-bodies/abc/downloads.json");
  }
}
