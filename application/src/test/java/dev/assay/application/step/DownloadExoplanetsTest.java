package dev.assay.application.step;

import static dev.assay.application.step.TestRequest.aRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.application.source.BadSourceException;
import dev.assay.application.workflow.StepName;
import dev.assay.domain.exoplanet.Planet;
import dev.assay.ports.PortException;
import dev.assay.ports.SourceReport;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadExoplanetsTest {

  private static final URI ARCHIVE = URI.create("https://example.org/TAP/sync?query=select+*");

  private final World world = new World();

  private StepResult download(URI source) {
    return world.step(StepName.DOWNLOAD_EXOPLANETS, aRequest().exoplanets(source).run());
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
        .containsExactly("no exoplanets: https://example.org/TAP/sync could not be reached");
    assertThat(kept()).isEmpty();
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
  void run_noTableOfPlanets_isRefusedAndForgotten(String answer) {
    world.upstream.publish(ARCHIVE, answer, "\"1\"");

    assertThatThrownBy(() -> download(ARCHIVE)).isInstanceOf(BadSourceException.class);
    assertThat(world.store.list("")).isEmpty();
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
