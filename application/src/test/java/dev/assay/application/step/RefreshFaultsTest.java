package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.manifest.ManifestHead;
import dev.assay.application.manifest.Manifests;
import dev.assay.application.step.Faults.Kind;
import dev.assay.application.step.SequentialRunner.Ended;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Notifier;
import dev.assay.ports.Notifier.Notification;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.RunLedger.ChunkCounts;
import dev.assay.ports.RunRecord;
import dev.assay.ports.RunRecord.Outcome;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every call that a refresh makes of any port fails once, in every way: the catalogue is then the
 * old or the new one as a whole, and the next run mends everything.
 */
class RefreshFaultsTest {

  private static final GenerationId OLD = new GenerationId("run-1");
  private static final GenerationId FAULTY = new GenerationId("run-2");
  private static final GenerationId NEXT = new GenerationId("run-3");
  private static final URI DELTA_V = Tables.file("delta-v.html");
  private static final URI EXOPLANETS = URI.create("https://example.org/TAP/sync");
  private static final int BODIES = 20;
  private static final int LEAST_CALLS = 80;

  private static final String OLD_CONTENT = content(BODIES);
  private static final String NEW_CONTENT = content(BODIES + 1);

  private static World world(int bodies) {
    World world = new World();
    world.upstream.publish(DELTA_V, Sample.text("delta-v.html"));
    world.upstream.publish(EXOPLANETS, Sample.text("exoplanets.csv"), "\"1\"");
    publish(world, bodies);
    world.refresh(request(OLD));
    return world;
  }

  private static void publish(World world, int bodies) {
    world.upstream.answer(
        FakeSbdb.QUERY, FakeSbdb.withFirstOf(Sample.text("small-bodies.json"), bodies));
  }

  private static TestRequest request(GenerationId generation) {
    return aRequest().generation(generation.value()).deltaV(DELTA_V).exoplanets(EXOPLANETS);
  }

  private static String content(int bodies) {
    return world(bodies).csv();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void refresh_faultAtAnyCall_leavesTheOldOrTheNewCatalogue(Kind kind) {
    int call = 1;
    while (faultAt(call, kind)) {
      call++;
    }

    assertThat(call).as("calls of a refresh").isGreaterThan(LEAST_CALLS);
  }

  /** Checks one fault; false if the run made fewer calls. */
  private static boolean faultAt(int call, Kind kind) {
    World world = world(BODIES);
    publish(world, BODIES + 1);
    world.faults.failAt(call, kind);
    Ended ended = refreshUnlessKilled(world);
    boolean struck = world.faults.end();

    checkCatalogue(world, ended, kind + " at call " + call);
    if (ended != null && kind == Kind.TRANSIENT) {
      assertThat(ended.failure()).as(kind + " at call " + call).isNull();
    }
    if (ended != null && !ended.succeeded() && kind != Kind.LASTING) {
      checkFailure(world, ended, kind);
    }
    checkNextRun(world, kind + " at call " + call);
    return struck;
  }

  private static @Nullable Ended refreshUnlessKilled(World world) {
    try {
      return world.refresh(request(FAULTY));
    } catch (Faults.Killed killed) {
      return null;
    }
  }

  private static void checkCatalogue(World world, @Nullable Ended ended, String what) {
    boolean switched = world.catalogue.active().filter(FAULTY::equals).isPresent();
    assertThat(world.csv()).as(what).isEqualTo(switched ? NEW_CONTENT : OLD_CONTENT);
    if (ended != null && ended.succeeded()) {
      assertThat(switched).as(what).isTrue();
    }
  }

  private static void checkFailure(World world, Ended ended, Kind kind) {
    String what = kind + ": " + ended.failure();
    boolean switched = world.catalogue.active().filter(FAULTY::equals).isPresent();
    assertThat(world.catalogue.generations().contains(FAULTY)).as(what).isEqualTo(switched);
    assertThat(world.ledger.history(1).get(0).outcome())
        .as(what)
        .isEqualTo(switched ? Outcome.SUCCEEDED : Outcome.FAILED);
    assertThat(world.notifier.notifications())
        .as(what)
        .last()
        .extracting(Notification::kind)
        .isEqualTo(Notifier.Kind.FAILURE);
  }

  private static void checkNextRun(World world, String what) {
    boolean switched = world.catalogue.active().filter(FAULTY::equals).isPresent();

    assertThat(world.refresh(request(NEXT)).failure()).as(what).isNull();

    assertThat(world.csv()).as(what).isEqualTo(NEW_CONTENT);
    Set<GenerationId> kept = withBases(world, switched ? FAULTY : OLD, NEXT);
    assertThat(world.catalogue.generations()).as(what).containsExactlyElementsOf(kept);
    assertThat(List.of(OLD, FAULTY, NEXT))
        .as(what)
        .allSatisfy(
            run -> assertThat(world.ledger.chunks(run)).isEqualTo(new ChunkCounts(0, 0, 0, 0)));
    assertThat(world.ledger.history(10))
        .as(what)
        .extracting(RunRecord::outcome)
        .doesNotContain(Outcome.RUNNING);
    assertThat(world.store.list("runs/"))
        .as(what)
        .extracting(StoredObject::key)
        .allMatch(key -> key.startsWith("runs/" + NEXT + "/"));
    assertThat(new Manifests(world.store).head(NEXT)).as(what).isPresent();
  }

  /** Generations and what they rest on. */
  private static Set<GenerationId> withBases(World world, GenerationId... generations) {
    Set<GenerationId> found = new TreeSet<>();
    for (GenerationId generation : generations) {
      GenerationId next = generation;
      while (next != null && found.add(next)) {
        next =
            new Manifests(world.store)
                .head(next)
                .map(ManifestHead::base)
                .map(GenerationId::new)
                .orElse(null);
      }
    }
    return found;
  }
}
