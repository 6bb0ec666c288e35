package dev.assay.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.assay.local.LocalRunner.Ended;
import dev.assay.ports.CatalogueEntry;
import dev.assay.ports.CatalogueReader;
import dev.assay.ports.GenerationId;
import dev.assay.ports.PlanetEntry;
import dev.assay.ports.PlanetTable;
import dev.assay.ports.TestUpstream;
import dev.assay.ports.TestUpstream.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The functions on emulators while planets, delta-v list and masses cannot be had. */
class UnavailableSideSourceTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("assay.root", "..")).resolve("sample");
  private static final String DELTA_V = "/deltav.html";
  private static final String MASSES = "/masses.txt";
  private static final String EXOPLANETS = "/TAP/sync";
  private static final String NONE = "{\"none\":true}";

  private final EmulatorPorts aws = new EmulatorPorts();
  private final TestUpstream upstream = TestUpstream.start();

  @BeforeEach
  void publish() throws IOException {
    upstream.publish(DELTA_V, Files.readAllBytes(SAMPLE.resolve("delta-v.html")));
    upstream.publish(MASSES, Files.readAllBytes(SAMPLE.resolve("masses.txt")));
    upstream.publish(EXOPLANETS, Files.readAllBytes(SAMPLE.resolve("exoplanets.csv")));
  }

  @AfterEach
  void close() {
    upstream.close();
  }

  private static String at(URI source) {
    return "{\"url\":\"" + source + "\"}";
  }

  private Ended run(String execution, String deltaV, String masses, String exoplanets)
      throws InterruptedException {
    String request =
        "{\"latestAsteroids\":{\"url\":\"bundled:small-bodies.json\"},\"benner\":"
            + deltaV
            + ",\"masses\":"
            + masses
            + ",\"exoplanets\":"
            + exoplanets
            + "}";
    Functions functions = new Functions(aws.assembly(Map.of()), execution, request);
    try (SqsDelivery ignored =
        new SqsDelivery(aws.dataQueue.queue(), new WriteToDynamoHandler(aws.writeAssembly()))) {
      return functions.run();
    }
  }

  private Ended runUsual(String execution) throws InterruptedException {
    return run(
        execution,
        at(upstream.uri(DELTA_V)),
        at(upstream.uri(MASSES)),
        at(upstream.uri(EXOPLANETS)));
  }

  /** What people can read of the catalogue. */
  private record Known(List<CatalogueEntry> bodies, List<PlanetEntry> planets) {}

  private Known known() {
    try (CatalogueReader reader = aws.catalogue().read().orElseThrow()) {
      List<CatalogueEntry> bodies = new ArrayList<>();
      reader.forEach(bodies::add);
      return new Known(bodies, reader.planets(PlanetTable.MOST));
    }
  }

  private List<String> warnings(String execution) {
    GenerationId generation = new Functions(aws.assembly(Map.of()), execution, "{}").generation();
    return aws.ledger().history(10).stream()
        .filter(run -> run.generation().equals(generation))
        .findFirst()
        .orElseThrow()
        .warnings();
  }

  @Test
  void sourcesGone_theCopiesServe() throws Exception {
    assertThat(runUsual("weekly-1").failure()).isNull();
    Known before = known();
    List.of(DELTA_V, MASSES, EXOPLANETS).forEach(path -> upstream.answer(path, Answer.of(404)));

    assertThat(runUsual("weekly-2").failure()).isNull();

    assertThat(before.planets()).hasSize(24);
    assertThat(known()).isEqualTo(before);
    assertThat(warnings("weekly-2"))
        .filteredOn(
            warning -> warning.endsWith("; used the copy that was current less than an hour ago"))
        .extracting(warning -> warning.split(": ")[0])
        .containsExactly("delta-v list", "exoplanets", "masses");
    assertThat(aws.lines.text()).contains("used the copy that was current");
    assertThat(aws.mails())
        .last(STRING)
        .contains("note: delta-v list: " + upstream.uri(DELTA_V))
        .contains("note: masses: " + upstream.uri(MASSES))
        .contains("note: exoplanets: " + upstream.uri(EXOPLANETS));
  }

  @Test
  void otherSourcesUnavailable_theGenerationBeforeKeepsItsPart() throws Exception {
    assertThat(runUsual("weekly-1").failure()).isNull();
    Known before = known();
    String nobody = at(TestUpstream.unreachable());

    assertThat(run("weekly-2", nobody, nobody, nobody).failure()).isNull();
    assertThat(run("weekly-3", nobody, nobody, nobody).failure()).isNull();

    assertThat(known()).isEqualTo(before);
    assertThat(warnings("weekly-3"))
        .anyMatch(warning -> warning.startsWith("delta-v agrees with the published list"))
        .anyMatch(warning -> warning.contains("; kept the 24 planets of generation "))
        .anyMatch(warning -> warning.contains("; kept the 40 rows of generation "));
  }

  @Test
  void webPageInPlaceOfTheMasses_failsAndTheGoodCopyServesLater() throws Exception {
    assertThat(runUsual("weekly-1").failure()).isNull();
    Known before = known();
    upstream.answer(MASSES, Answer.of(200, "<html><title>Maintenance</title></html>"));
    assertThat(runUsual("weekly-2").failure()).isNotNull();
    upstream.answer(MASSES, Answer.of(500));

    assertThat(runUsual("weekly-3").failure()).isNull();

    assertThat(known()).isEqualTo(before);
  }

  @Test
  void explicitNone_empties() throws Exception {
    assertThat(runUsual("weekly-1").failure()).isNull();

    assertThat(run("weekly-2", NONE, NONE, NONE).failure()).isNull();

    assertThat(known().planets()).isEmpty();
    assertThat(known().bodies()).extracting(CatalogueEntry::massMeasurements).containsOnlyNulls();
    assertThat(warnings("weekly-2"))
        .contains("no masses: no table was named", "no exoplanets: no table was named")
        .noneMatch(warning -> warning.startsWith("delta-v agrees"));
  }

  @Test
  void firstRunWithoutSources_goesOn() throws Exception {
    String nobody = at(TestUpstream.unreachable());

    assertThat(run("weekly-1", nobody, nobody, nobody).failure()).isNull();

    assertThat(warnings("weekly-1"))
        .filteredOn(warning -> warning.endsWith("; and no earlier run left any"))
        .hasSize(3);
  }
}
