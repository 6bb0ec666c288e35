package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.application.step.SequentialRunner.Ended;
import dev.assay.application.workflow.StepName;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.ObjectStore.Condition;
import dev.assay.ports.ObjectStore.StoredObject;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import dev.assay.ports.RunRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that was known goes because a side source is unavailable; only an explicit none does. */
class UnavailableSideSourceTest {

  private static final URI USUAL = URI.create("https://example.org/usual");
  private static final URI OTHER = URI.create("https://example.org/other");

  private final World world = new World();

  @BeforeEach
  void publish() {
    world.upstream.answer(
        FakeSbdb.QUERY, FakeSbdb.withFirstOf(Sample.text("small-bodies.json"), 20));
  }

  private enum Side {
    DELTA_V(StepName.DOWNLOAD_DELTA_V, "delta-v list", "delta-v.html", "rows"),
    EXOPLANETS(StepName.DOWNLOAD_EXOPLANETS, "exoplanets", "exoplanets.csv", "planets"),
    MASSES(StepName.CALCULATE_MASSES, "masses", "masses.txt", "rows");

    private final StepName step;
    private final String what;
    private final String sample;
    private final String things;

    Side(StepName step, String what, String sample, String things) {
      this.step = step;
      this.what = what;
      this.sample = sample;
      this.things = things;
    }

    TestRequest request(String run, @Nullable URI source) {
      TestRequest request = aRequest().generation(run).masses(null);
      return switch (this) {
        case DELTA_V -> request.deltaV(source);
        case EXOPLANETS -> request.exoplanets(source);
        case MASSES -> request.masses(source);
      };
    }

    StepResult result(Ended ended) {
      return Objects.requireNonNull(ended.results().get(step));
    }

    /** How much of it the active generation has. */
    int known(World world) {
      GenerationId active = world.catalogue.active().orElseThrow();
      AtomicInteger rows = new AtomicInteger();
      switch (this) {
        case DELTA_V -> SideTable.deltaV(world.store).read(active, row -> rows.incrementAndGet());
        case MASSES -> SideTable.masses(world.store).read(active, row -> rows.incrementAndGet());
        case EXOPLANETS -> {
          try (CatalogueReader reader = world.catalogue.read().orElseThrow()) {
            rows.set(reader.planets(PlanetTable.MOST).size());
          }
        }
      }
      return rows.get();
    }
  }

  private Ended succeed(TestRequest request) {
    Ended ended = world.refresh(request);
    assertThat(ended.failure()).isNull();
    return ended;
  }

  private Ended loadUsual(Side side, String run) {
    world.upstream.publish(USUAL, Sample.text(side.sample));
    return succeed(side.request(run, USUAL));
  }

  private String warning(Side side) {
    RunRecord run = world.ledger.history(1).get(0);
    return run.warnings().stream()
        .filter(warning -> warning.contains(side.what + ": https:"))
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_usualSourceUnavailable_usesTheCopy(Side side) {
    Ended before = loadUsual(side, "run-1");
    int known = side.known(world);
    world.upstream.unreachable(USUAL);

    Ended ended = succeed(side.request("run-2", USUAL));

    assertThat(known).isPositive();
    assertThat(side.known(world)).isEqualTo(known);
    assertThat(side.result(ended).sources()).isEqualTo(side.result(before).sources());
    assertThat(warning(side))
        .isEqualTo(
            side.what
                + ": https://example.org/usual could not be reached; used the copy that was current"
                + " less than an hour ago");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_otherSourceUnavailableForWeeks_keepsWhatTheGenerationBeforeHas(Side side) {
    loadUsual(side, "run-1");
    int known = side.known(world);
    world.upstream.unreachable(OTHER);

    Ended second = succeed(side.request("run-2", OTHER));
    succeed(side.request("run-3", OTHER));
    Ended fourth = succeed(side.request("run-4", OTHER));

    assertThat(side.known(world)).isEqualTo(known);
    assertThat(side.result(second).rows()).isEqualTo(known);
    assertThat(side.result(fourth).rows()).isEqualTo(known);
    assertThat(warning(side))
        .isEqualTo(
            side.what
                + ": https://example.org/other could not be reached; kept the "
                + known
                + " "
                + side.things
                + " of generation run-3");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_otherSourceUnavailableAfterARollback_keepsWhatIsActive(Side side) {
    loadUsual(side, "run-1");
    int known = side.known(world);
    succeed(side.request("run-2", null));
    world.catalogue.rollback();
    world.upstream.unreachable(OTHER);

    succeed(side.request("run-3", OTHER));

    assertThat(side.known(world)).isEqualTo(known);
    assertThat(warning(side)).endsWith("of generation run-1");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_otherSourceUnavailableAfterAFailedRun_keepsWhatIsActive(Side side) {
    loadUsual(side, "run-1");
    int known = side.known(world);
    world.upstream.publish(OTHER, "<html><title>Maintenance</title></html>");
    assertThat(world.refresh(side.request("run-2", OTHER)).failure())
        .isNotNull()
        .satisfies(failure -> assertThat(failure.message()).contains("Maintenance"));
    world.upstream.unreachable(OTHER);

    succeed(side.request("run-3", OTHER));

    assertThat(side.known(world)).isEqualTo(known);
    assertThat(warning(side)).endsWith("of generation run-1");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_webPageInPlaceOfTheSource_failsAndTheGoodCopyServesLater(Side side) {
    loadUsual(side, "run-1");
    int known = side.known(world);
    world.upstream.publish(USUAL, "<html><title>Maintenance</title></html>");
    Ended refused = world.refresh(side.request("run-2", USUAL));
    world.upstream.unreachable(USUAL);

    succeed(side.request("run-3", USUAL));

    assertThat(refused.failure()).isNotNull();
    assertThat(side.known(world)).isEqualTo(known);
    assertThat(warning(side)).contains("used the copy that was current");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_explicitNone_empties(Side side) {
    loadUsual(side, "run-1");

    succeed(side.request("run-2", null));

    assertThat(side.known(world)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void refresh_unavailableAfterNone_hasNothingToKeep(Side side) {
    loadUsual(side, "run-1");
    succeed(side.request("run-2", null));
    world.upstream.unreachable(OTHER);

    succeed(side.request("run-3", OTHER));

    assertThat(side.known(world)).isZero();
    assertThat(warning(side)).endsWith("; and no earlier run left any");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_firstAndUnavailable_goesOnWithoutAndSaysSo(Side side) {
    world.upstream.unreachable(OTHER);

    succeed(side.request("run-1", OTHER));

    assertThat(side.known(world)).isZero();
    assertThat(warning(side))
        .isEqualTo(
            "no "
                + side.what
                + ": https://example.org/other could not be reached; and no earlier run left any");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_offline_usesTheCopyAsAskedFor(Side side) {
    loadUsual(side, "run-1");
    int known = side.known(world);
    world.upstream.unreachable(USUAL);

    succeed(side.request("run-2", USUAL).offline());

    assertThat(side.known(world)).isEqualTo(known);
    assertThat(warning(side)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void refresh_offlineWithoutACopy_keepsWhatTheGenerationBeforeHas(Side side) {
    loadUsual(side, "run-1");
    int known = side.known(world);

    succeed(side.request("run-2", OTHER).offline());

    assertThat(side.known(world)).isEqualTo(known);
    assertThat(warning(side))
        .contains("https://example.org/other was never downloaded", "of generation run-1");
  }

  @ParameterizedTest
  @EnumSource
  void refresh_namedFileMissing_fails(Side side) {
    loadUsual(side, "run-1");

    Ended ended = world.refresh(side.request("run-2", Tables.file("absent")));

    assertThat(ended.failure())
        .isEqualTo(new RefreshRun.Failure(side.step, "file:/tables/absent does not exist"));
  }

  @ParameterizedTest
  @EnumSource
  void refresh_addressThatMayNotBeAsked_fails(Side side) {
    loadUsual(side, "run-1");
    world.upstream.answer(
        OTHER,
        (source, held) -> {
          throw PortException.wrongInput(source + " is not encrypted; use https");
        });

    Ended ended = world.refresh(side.request("run-2", OTHER));

    assertThat(ended.failure())
        .isEqualTo(
            new RefreshRun.Failure(
                side.step, "https://example.org/other is not encrypted; use https"));
  }

  @ParameterizedTest
  @EnumSource
  void refresh_unavailableAndTheCopyIsDamaged_keepsWhatTheGenerationBeforeHas(Side side) {
    loadUsual(side, "run-1");
    int known = side.known(world);
    put(Downloads.key(USUAL), "damaged");
    world.upstream.unreachable(USUAL);

    succeed(side.request("run-2", USUAL));

    assertThat(side.known(world)).isEqualTo(known);
    assertThat(warning(side))
        .contains("could not be reached; the copy cannot be used: ", "of generation run-1");
  }

  private void put(String key, String text) {
    world.store.put(key, Condition.ALWAYS, out -> out.write(text.getBytes(UTF_8)));
  }

  @Test
  void refresh_unavailableAndTheTableOfTheGenerationBeforeIsDamaged_goesOnWithoutAndSaysSo() {
    loadUsual(Side.MASSES, "run-1");
    put("side-tables/run-1/masses.json", "damaged");
    world.upstream.unreachable(OTHER);

    succeed(Side.MASSES.request("run-2", OTHER));

    assertThat(warning(Side.MASSES))
        .isEqualTo(
            "no masses: https://example.org/other could not be reached; those of the active"
                + " generation could not be taken over: the intermediate result"
                + " side-tables/run-1/masses.json cannot be read");
  }

  @Test
  void refresh_unavailableAfterARunOfAnEarlierVersion_keepsTheTableThatItLeft() {
    loadUsual(Side.MASSES, "run-1");
    int known = Side.MASSES.known(world);
    moveToWhereItWasBefore("run-1", "masses.json");
    world.upstream.unreachable(OTHER);

    succeed(Side.MASSES.request("run-2", OTHER));

    assertThat(Side.MASSES.known(world)).isEqualTo(known);
    assertThat(warning(Side.MASSES)).endsWith("of generation run-1");
  }

  private void moveToWhereItWasBefore(String run, String name) {
    String key = "side-tables/" + run + "/" + name;
    try (InputStream content = world.store.open(key).orElseThrow()) {
      world.store.put("runs/" + run + "/" + name, Condition.ALWAYS, content::transferTo);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    world.store.delete(key);
  }

  @Test
  void refresh_massesUnavailable_valuesEveryBodyAsBefore() {
    loadUsual(Side.MASSES, "run-1");
    String before = world.csv();
    world.upstream.unreachable(OTHER);

    succeed(Side.MASSES.request("run-2", OTHER).full());

    assertThat(world.csv()).isEqualTo(before).contains("combined-measurements");
  }

  @Test
  void refresh_manyRuns_keepTheSideTablesOfTheGenerationsToReturnTo() {
    loadUsual(Side.MASSES, "run-1");
    loadUsual(Side.MASSES, "run-2");
    loadUsual(Side.MASSES, "run-3");

    assertThat(world.store.list("side-tables/"))
        .extracting(StoredObject::key)
        .containsExactly(
            "side-tables/run-1/masses.json",
            "side-tables/run-2/masses.json",
            "side-tables/run-3/masses.json");

    loadUsual(Side.MASSES, "run-4");

    assertThat(world.store.list("side-tables/run-1/")).isEmpty();
  }
}
