package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.workflow.StepName;
import dev.assay.domain.exoplanet.Planet;
import dev.assay.domain.exoplanet.PlanetEstimator;
import dev.assay.ports.Catalogue;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.PortException;
import dev.assay.ports.SourceReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadExoplanetsTest {

  private static final URI ARCHIVE = URI.create("https://example.org/TAP/sync?query=select+*");

  private final World world = new World();

  private StepResult download(URI source) {
    RefreshRun run = aRequest().exoplanets(source).run();
    world.step(StepName.CREATE_TABLE, run);
    return world.step(StepName.DOWNLOAD_EXOPLANETS, run);
  }

  /** The planets that people could query after the run. */
  private List<PlanetEntry> catalogued() {
    GenerationId generation = aRequest().run().generation();
    world.catalogue.seal(generation);
    world.catalogue.activate(generation);
    try (CatalogueReader reader = world.catalogue.read().orElseThrow()) {
      return reader.planets(PlanetTable.MOST);
    }
  }

  private List<Planet> kept() {
    List<Planet> planets = new ArrayList<>();
    new RunObjects(world.store)
        .read(aRequest().run().generation(), RunObjects.EXOPLANETS, Planet.class, planets::add);
    return planets;
  }

  @Test
  void run_table_isKeptAndCounted() {
    world.upstream.publish(ARCHIVE, Sample.text("exoplanets.csv"));

    StepResult result = download(ARCHIVE);

    assertThat(result.sources())
        .containsExactly(
            new SourceReport("https://example.org/TAP/sync", 24, 24, 0, 0, 0, List.of()));
    assertThat(result.warnings()).isEmpty();
    assertThat(kept()).hasSize(24).extracting(Planet::name).contains("55 Cnc e", "K2-18 b");
  }

  @Test
  void run_table_isInTheCatalogueWithWhatFollows() {
    world.upstream.publish(ARCHIVE, Sample.text("exoplanets.csv"));

    download(ARCHIVE);

    assertThat(catalogued())
        .hasSize(24)
        .contains(PlanetEntry.of(planet("Kepler-22 b"), PlanetEstimator.bundled()))
        .first()
        .extracting(PlanetEntry::name, PlanetEntry::massEarths, PlanetEntry::massSource)
        .containsExactly("bet Pic b", 3782.0, "mass");
  }

  private Planet planet(String name) {
    return kept().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void run_planetTwice_theLaterRowStaysAndTheOtherIsCounted() {
    world.upstream.publish(ARCHIVE, "pl_name,sy_dist\na,1\nb,2\na,3\n");

    SourceReport report = download(ARCHIVE).sources().get(0);

    assertThat(report.read()).isEqualTo(3);
    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.superseded()).isEqualTo(1);
    assertThat(catalogued())
        .extracting(PlanetEntry::name, PlanetEntry::distanceParsecs)
        .containsExactly(tuple("a", 3.0), tuple("b", 2.0));
  }

  @Test
  void run_again_givesTheSame() {
    world.upstream.publish(ARCHIVE, "pl_name\na\nb\n");
    download(ARCHIVE);
    world.upstream.publish(ARCHIVE, "pl_name\nb\nc\n");

    world.step(StepName.DOWNLOAD_EXOPLANETS, aRequest().exoplanets(ARCHIVE).run());

    assertThat(catalogued()).extracting(PlanetEntry::name).containsExactly("b", "c");
  }

  @Test
  void run_morePlanetsThanFit_isRefused() {
    StringBuilder table = new StringBuilder("pl_name\n");
    IntStream.rangeClosed(0, PlanetTable.MOST)
        .forEach(i -> table.append("p").append(i).append('\n'));
    world.upstream.publish(ARCHIVE, table.toString());

    assertThatThrownBy(() -> download(ARCHIVE))
        .isInstanceOf(BadSourceException.class)
        .hasMessageContaining("more than 100000 planets");
  }

  @Test
  void run_rejectedRows_areCountedWithTheirReason() {
    world.upstream.publish(ARCHIVE, "pl_name,sy_dist\n,1\na,2\n");

    SourceReport report = download(ARCHIVE).sources().get(0);

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.problems()).singleElement().satisfies(p -> assertThat(p.row()).isOne());
  }

  @Test
  void run_unreachable_isAWarning() {
    world.upstream.unreachable(ARCHIVE);

    assertThat(download(ARCHIVE).warnings())
        .containsExactly(
            "no exoplanets: https://example.org/TAP/sync could not be reached; and no earlier"
                + " run left any");
    assertThat(kept()).isEmpty();
  }

  @Test
  void run_unreachableAndTheActiveGenerationIsDamaged_isAWarning() {
    RefreshRun run = aRequest().exoplanets(ARCHIVE).run();
    world.step(StepName.CREATE_TABLE, run);
    world.upstream.unreachable(ARCHIVE);

    StepResult result = withActive(PortException.permanent("planets.bin is damaged")).run(run);

    assertThat(result.warnings())
        .containsExactly(
            "no exoplanets: https://example.org/TAP/sync could not be reached; those of the active"
                + " generation could not be taken over: planets.bin is damaged");
  }

  @Test
  void run_unreachableAndTheActiveGenerationCannotBeReadNow_isTriedAgain() {
    RefreshRun run = aRequest().exoplanets(ARCHIVE).run();
    world.step(StepName.CREATE_TABLE, run);
    world.upstream.unreachable(ARCHIVE);
    PortException trouble = PortException.temporary("disk busy");

    assertThatThrownBy(() -> withActive(trouble).run(run)).isSameAs(trouble);
  }

  /** The step, on a catalogue whose active generation cannot be read. */
  private Step withActive(PortException trouble) {
    Catalogue unreadable =
        Tap.before(
            Catalogue.class,
            world.catalogue,
            call -> {
              if (call.equals("read")) {
                throw trouble;
              }
            });
    return new DownloadExoplanets(world.upstream, world.store, unreadable, World.CLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ERROR<br>\nError Type: SystemError<br>\nMessage: x",
        "<html><title>Maintenance</title></html>",
        "pl_name,sy_dist\n,1\n",
        "pl_name,hostname\na,\"b",
        "\u000b[{\"pl_name\":\"a\"}]"
      })
  void run_noTableOfPlanets_isRefusedAndNotKept(String answer) {
    world.upstream.publish(ARCHIVE, answer, "\"1\"");

    assertThatThrownBy(() -> download(ARCHIVE)).isInstanceOf(BadSourceException.class);
    assertThat(world.store.list("downloads/")).isEmpty();
    assertThat(catalogued()).isEmpty();
  }

  @Test
  void run_namedFileMissing_isAFailure() {
    assertThatThrownBy(() -> download(Tables.file("planets.csv")))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void run_noneNamed_isAWarning() {
    assertThat(world.step(StepName.DOWNLOAD_EXOPLANETS, aRequest().run()).warnings())
        .containsExactly("no exoplanets: no table was named");
  }
}
