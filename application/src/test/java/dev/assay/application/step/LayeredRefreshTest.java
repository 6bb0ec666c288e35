package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.manifest.ManifestHead;
import dev.assay.application.manifest.Manifests;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.BodyBatch;
import dev.assay.ports.CatalogueRow;
import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier.Kind;
import dev.assay.ports.Notifier.Notification;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.PortException;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.RunRecord;
import dev.assay.ports.SourceReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Refreshes that write only what changed, and when they write everything. */
class LayeredRefreshTest {

  private static final int BODIES = 100;
  private static final URI FIRST = Tables.file("first");
  private static final URI SECOND = Tables.file("second");
  private static final GenerationId ONE = new GenerationId("run-1");
  private static final GenerationId TWO = new GenerationId("run-2");
  private static final GenerationId THREE = new GenerationId("run-3");

  private final World world = new World();
  private final List<String> first = new ArrayList<>();
  private final List<String> second = new ArrayList<>();

  LayeredRefreshTest() {
    for (int number = 1; number <= BODIES; number++) {
      first.add(Tables.row("" + number, "15.5"));
    }
    second.add(Tables.row("7", "17"));
    second.add(Tables.row("2020 AB1", "18"));
  }

  private TestRequest request(GenerationId run) {
    return aRequest().generation(run.value()).table(FIRST).table(SECOND);
  }

  private void publish(World to) {
    to.upstream.publish(FIRST, Tables.csv(first.toArray(String[]::new)));
    to.upstream.publish(SECOND, Tables.csv(second.toArray(String[]::new)));
  }

  /** Refreshes, and holds what comes of it against a full load of the same tables. */
  private RunRecord refresh(GenerationId run) {
    return refresh(request(run));
  }

  private RunRecord refresh(TestRequest request) {
    publish(world);
    assertThat(world.refresh(request).failure()).isNull();
    World fresh = new World();
    publish(fresh);
    assertThat(fresh.refresh(request).failure()).isNull();
    RunRecord record = world.ledger.history(1).get(0);
    RunRecord inFull = fresh.ledger.history(1).get(0);
    assertThat(world.csv()).isEqualTo(fresh.csv());
    assertThat(record.sources()).isEqualTo(inFull.sources());
    assertThat(record.warnings()).isEqualTo(inFull.warnings());
    assertThat(record.rows()).isEqualTo(inFull.rows());
    return record;
  }

  private ManifestHead head(GenerationId generation) {
    return new Manifests(world.store).head(generation).orElseThrow();
  }

  private List<String> sent(GenerationId run) {
    publish(world);
    world.parse(request(run));
    return world.takeBatches().stream()
        .map(BodyBatch::rows)
        .flatMap(List::stream)
        .map(CatalogueRow::entry)
        .map(entry -> entry.designation() + " " + entry.hMag())
        .toList();
  }

  /** A run over a base in which one row differs, up to its verification. */
  private RefreshRun readyToVerify() {
    refresh(ONE);
    first.set(2, Tables.row("3", "12"));
    publish(world);
    RefreshRun run = request(TWO).run(Map.of(StepName.COMPLETE_PARSING, world.parse(request(TWO))));
    world.step(StepName.AWAIT_WRITES, run);
    return run;
  }

  private void assertNotVerified(RefreshRun run, String reason) {
    assertThatThrownBy(() -> world.step(StepName.VERIFY, run))
        .isInstanceOf(PortException.class)
        .hasMessageContaining(reason);
    assertThat(new Manifests(world.store).head(TWO)).as("nothing to rest on").isEmpty();
  }

  @Test
  void verify_bodyInTheCatalogueThatNobodySent_isRefused() {
    RefreshRun run = readyToVerify();
    world.catalogue.put(Entries.batch(TWO, 77, Entries.anEntry().withDesignation("5").row(0, 1)));

    assertNotVerified(run, "2 bodies were put, but 1 differ from the base");
  }

  @Test
  void verify_catalogueLostAChangedBody_isRefused() {
    RefreshRun run = readyToVerify();
    world.catalogue.createOver(TWO, ONE);

    assertNotVerified(run, "0 bodies were put, but 1 differ from the base");
  }

  @Test
  void verify_baseManifestGone_isRefused() {
    RefreshRun run = readyToVerify();
    world.store.delete("manifests/run-1/00000");

    assertNotVerified(run, "the list of the bodies of run-1 is gone or damaged");
  }

  @Test
  void verify_ownManifestCutShort_isRefused() {
    RefreshRun run = readyToVerify();
    world.store.put("manifests/run-2/00001", Condition.ALWAYS, out -> out.write(new byte[16]));

    assertNotVerified(run, "101 rows are listed, but 102 were accepted");
  }

  @Test
  void refresh_everyKindOfChange_isAsAFullLoad() {
    refresh(ONE);
    first.set(2, Tables.row("3", "12"));
    first.remove(9);
    first.add(Tables.row("2021 CD2", "20"));
    second.set(0, Tables.row("7", "16"));
    second.set(1, Tables.row("101", "18"));

    RunRecord run = refresh(TWO);

    assertThat(head(TWO).base()).isEqualTo("run-1");
    assertThat(run.written()).isEqualTo(4);
    assertThat(run.message()).isEqualTo("101 bodies loaded, 4 of them written");
    assertThat(run.sources()).extracting(SourceReport::superseded).contains(1L);
    assertThat(world.notifier.notifications())
        .last()
        .isEqualTo(
            new Notification(
                Kind.SUCCESS,
                "Assay refresh succeeded: 101 bodies loaded, 4 of them written",
                "run-2"));
    assertThat(head(TWO).changed()).as("written, 10 and 2020 AB1 gone").isEqualTo(6);
  }

  @Test
  void parse_overABase_sendsOnlyRowsThatDiffer() {
    refresh(ONE);
    first.set(2, Tables.row("3", "12"));

    // The row about 7 in the first table gives way to that in the second, as before.
    assertThat(sent(TWO)).containsExactly("3 12.0", "7 15.5");
    assertThat(world.ledger.chunks(TWO)).isEqualTo(new ChunkCounts(1, 2, 0, 0));
  }

  @Test
  void refresh_nothingChanged_writesNothing() {
    second.remove(0);
    refresh(ONE);

    RunRecord run = refresh(TWO);

    assertThat(run.written()).isZero();
    assertThat(run.message()).isEqualTo("101 bodies loaded, 0 of them written");
    assertThat(sent(THREE)).isEmpty();
  }

  @Test
  void refresh_winnerUnchanged_isAsInTheBaseAlthoughOtherRowsWereSent() {
    refresh(ONE);
    first.set(6, Tables.row("7", "11"));

    assertThat(refresh(TWO).written()).isZero();
    assertThat(world.entry("7").hMag()).isEqualTo(17.0);
  }

  @Test
  void refresh_winnerGone_theOtherRowCounts() {
    refresh(ONE);
    second.remove(0);

    assertThat(refresh(TWO).written()).isEqualTo(1);
    assertThat(world.entry("7").hMag()).isEqualTo(15.5);
  }

  @Test
  void refresh_layersOverLayers_thenInFull() {
    refresh(ONE);
    for (int n = 0; n <= LoadDecision.MOST_LAYERS; n++) {
      first.set(n, Tables.row("" + (n + 1), "12"));
      GenerationId run = new GenerationId("run-" + (char) ('a' + n));
      refresh(run);
      boolean full = n == LoadDecision.MOST_LAYERS;
      assertThat(head(run).layers()).as("layers below run %s", n).isEqualTo(full ? 0 : n + 1);
      assertThat(world.catalogue.generations()).hasSize(n + 2);
    }
    first.set(20, Tables.row("21", "12"));
    refresh(new GenerationId("run-y"));
    refresh(request(new GenerationId("run-z")).full());

    assertThat(world.catalogue.generations())
        .extracting(GenerationId::value)
        .as("those from before the full load are gone")
        .containsExactly("run-i", "run-y", "run-z");
  }

  @Test
  void refresh_moreThanATenthChanged_theNextIsFull() {
    refresh(ONE);
    for (int n = 0; n < 11; n++) {
      first.set(n + 10, Tables.row("" + (n + 11), "12"));
    }
    assertThat(refresh(TWO).written()).isEqualTo(11);
    assertThat(refresh(THREE).written()).isEqualTo(BODIES + 1);
    assertThat(head(THREE).base()).isNull();
  }

  @Test
  void refresh_asked_isFull() {
    refresh(ONE);

    RunRecord run = refresh(request(TWO).full());

    assertThat(head(TWO).base()).isNull();
    assertThat(run.message()).isEqualTo("101 bodies loaded");
    assertThat(world.catalogue.generations()).containsExactly(ONE, TWO);
  }

  @Test
  void refresh_afterARollback_restsOnTheGenerationRolledBackTo() {
    refresh(ONE);
    first.set(2, Tables.row("3", "12"));
    refresh(TWO);
    world.catalogue.rollback();
    first.set(3, Tables.row("4", "12"));

    RunRecord run = refresh(THREE);

    assertThat(head(THREE).base()).isEqualTo("run-1");
    assertThat(run.written()).isEqualTo(2);
    assertThat(world.catalogue.generations()).containsExactly(ONE, THREE);
    assertThat(world.catalogue.rollback()).contains(ONE);
  }

  @Test
  void refresh_manifestDamaged_isFull() {
    refresh(ONE);
    world.store.put("manifests/run-1/00001", Condition.ALWAYS, out -> out.write(1));
    assertThat(refresh(TWO).written()).isEqualTo(BODIES + 1);

    world.store.delete("manifests/run-2/head.json");
    assertThat(refresh(THREE).written()).isEqualTo(BODIES + 1);

    world.store.put("manifests/run-3/head.json", Condition.ALWAYS, out -> out.write('x'));
    assertThat(refresh(new GenerationId("run-4")).written()).isEqualTo(BODIES + 1);
  }

  @Test
  void refresh_activeGenerationFromBeforeThereWereManifests_isFull() {
    refresh(ONE);
    world.store.list("manifests/").forEach(object -> world.store.delete(object.key()));

    assertThat(refresh(TWO).written()).isEqualTo(BODIES + 1);
    assertThat(refresh(THREE).written()).isZero();
  }

  @Test
  void refresh_moreRowsThanFitInMemory_isFull() {
    for (int number = 1; number <= 1000; number++) {
      first.add(Tables.row("" + (1000 + number), "15.5"));
    }
    refresh(ONE);

    assertThat(refresh(TWO).written()).isEqualTo(BODIES + 1001);
  }

  @Test
  void refresh_manifests_areKeptForTheActiveGenerationAndTheOneBefore() {
    refresh(ONE);
    refresh(TWO);
    refresh(THREE);
    world.step(StepName.CREATE_TABLE, request(new GenerationId("run-4")).run());

    assertThat(world.store.list("manifests/"))
        .extracting(StoredObject::key)
        .allMatch(key -> key.matches("manifests/run-[23]/.*"))
        .contains("manifests/run-2/head.json", "manifests/run-3/head.json");
  }

  @Test
  void refresh_failed_leavesTheBaseAndItsManifest() {
    refresh(ONE);
    String before = world.csv();
    first.set(2, Tables.row("3", "12"));
    publish(world);
    world.upstream.unreachable(SECOND);

    assertThat(world.refresh(request(TWO)).succeeded()).isFalse();

    assertThat(world.csv()).isEqualTo(before);
    assertThat(world.catalogue.generations()).containsExactly(ONE);
    assertThat(refresh(THREE).written()).isEqualTo(1);
  }
}
