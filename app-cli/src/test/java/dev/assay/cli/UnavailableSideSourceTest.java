package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.Cli.Outcome;
import dev.assay.ports.TestUpstream;
import dev.assay.ports.TestUpstream.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Refreshes while the planets, the delta-v list and the masses cannot be had. */
@Timeout(120) // seconds, only so that a hanging test ends
class UnavailableSideSourceTest {

  private static final String DELTA_V = "/deltav.html";
  private static final String MASSES = "/masses.txt";
  private static final String EXOPLANETS = "/TAP/sync";
  private static final List<String> ALL = List.of(DELTA_V, MASSES, EXOPLANETS);
  private static final String AGREES = "note: delta-v agrees with the published list";

  @TempDir private Path folder;
  private final TestUpstream upstream = TestUpstream.start();
  private Cli cli;

  @BeforeEach
  void publish() throws IOException {
    cli = new Cli(folder.resolve("data"));
    upstream.publish(DELTA_V, sample("delta-v.html"));
    upstream.publish(MASSES, sample("masses.txt"));
    upstream.publish(EXOPLANETS, sample("exoplanets.csv"));
  }

  @AfterEach
  void close() {
    upstream.close();
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in = Main.class.getResourceAsStream("sample/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private Outcome refresh(URI deltaV, URI masses, URI exoplanets, String... more) {
    return refresh(deltaV.toString(), masses.toString(), exoplanets.toString(), more);
  }

  private Outcome refresh(String deltaV, String masses, String exoplanets, String... more) {
    List<String> words =
        new ArrayList<>(List.of("refresh", "--small-bodies=bundled:small-bodies.json"));
    words.add("--delta-v=" + deltaV);
    words.add("--masses=" + masses);
    words.add("--exoplanets=" + exoplanets);
    words.addAll(List.of(more));
    return cli.on(words.toArray(String[]::new));
  }

  private Outcome refreshUsual(String... more) {
    return refresh(upstream.uri(DELTA_V), upstream.uri(MASSES), upstream.uri(EXOPLANETS), more);
  }

  /** Everything that people can read of the catalogue. */
  private String known() {
    return cli.export() + cli.on("planets", "--limit=1000", "--format=csv").succeeded().out();
  }

  private void assertCopiesUsed(Outcome outcome) {
    assertThat(outcome.err())
        .contains("note: delta-v list: " + upstream.uri(DELTA_V))
        .contains("note: masses: " + upstream.uri(MASSES))
        .contains("note: exoplanets: " + upstream.uri(EXOPLANETS))
        .contains("; used the copy that was current less than an hour ago")
        .contains(AGREES);
  }

  /** Announces more than it sends. */
  private void breakOff(String path) {
    upstream.handle(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, 100_000);
          exchange.getResponseBody().write(sample("exoplanets.csv"), 0, 1000);
        });
  }

  @Test
  void sourcesAnswerWithErrorsOrBreakOff_theCopiesServeAndStay() {
    refreshUsual().succeeded();
    String before = known();

    ALL.forEach(this::breakOff);
    assertCopiesUsed(refreshUsual().succeeded());
    ALL.forEach(path -> upstream.answer(path, Answer.of(500)));
    assertCopiesUsed(refreshUsual().succeeded());
    ALL.forEach(path -> upstream.answer(path, Answer.of(404)));
    Outcome outcome = refreshUsual().succeeded();
    assertCopiesUsed(outcome);

    assertThat(known()).isEqualTo(before);
    assertThat(outcome.err()).contains("HTTP status 404");
    assertThat(cli.on("runs", "--format", "json").out()).contains("used the copy that was current");
  }

  @Test
  void otherSourcesThatNobodyAnswersAt_theGenerationBeforeKeepsItsPart() {
    refreshUsual().succeeded();
    String before = known();
    URI nobody = TestUpstream.unreachable();

    Outcome second = refresh(nobody, nobody, nobody).succeeded();
    Outcome third = refresh(nobody, nobody, nobody, "--full").succeeded();

    assertThat(second.err())
        .contains("note: exoplanets: " + nobody)
        .containsPattern("; kept the 24 planets of generation \\d{8}T\\d{9}Z\n")
        .containsPattern("; kept the 40 rows of generation \\d{8}T\\d{9}Z\n")
        .contains(AGREES);
    assertThat(third.err()).contains("; kept the 24 planets of generation ", AGREES);
    assertThat(known()).isEqualTo(before);
  }

  @Test
  void otherSourcesUnavailableAfterARollback_whatIsActiveIsKept() {
    refreshUsual().succeeded();
    String before = known();
    refresh("none", "none", "none").succeeded();
    cli.on("rollback").succeeded();
    URI nobody = TestUpstream.unreachable();

    refresh(nobody, nobody, nobody).succeeded();

    assertThat(known()).isEqualTo(before);
  }

  @Test
  void webPageInPlaceOfASource_failsAndTheGoodCopyServesLater() {
    refreshUsual().succeeded();
    String before = known();
    upstream.answer(MASSES, Answer.of(200, "<html><title>Maintenance</title></html>"));

    assertThat(refreshUsual().problem())
        .contains(upstream.uri(MASSES).toString(), "\"Maintenance\"");

    upstream.answer(MASSES, Answer.of(404));
    assertThat(refreshUsual().succeeded().err())
        .contains("note: masses: " + upstream.uri(MASSES), "used the copy that was current");
    assertThat(known()).isEqualTo(before);
  }

  @Test
  void none_empties() {
    refreshUsual().succeeded();
    String before = known();

    Outcome outcome = refresh("none", "none", "none").succeeded();

    assertThat(outcome.err())
        .contains("note: no masses: no table was named", "note: no exoplanets: no table was named")
        .doesNotContain(AGREES);
    assertThat(cli.on("planets", "--format=csv").succeeded().outLines()).hasSize(1);
    assertThat(cli.export()).isNotEqualTo(before).doesNotContain("combined-measurements");
  }

  @Test
  void fileCalledNone_isNamedByItsPath() {
    assertThat(refresh("./none", "none", "none").problem()).isEqualTo("no such file: ./none");
  }

  @Test
  void firstRefreshWithoutSources_goesOnAndSaysSo() {
    URI nobody = TestUpstream.unreachable();

    Outcome outcome = refresh(nobody, nobody, nobody).succeeded();

    assertThat(outcome.err())
        .contains("note: no delta-v list: " + nobody)
        .contains("note: no masses: " + nobody)
        .contains("note: no exoplanets: " + nobody)
        .contains("; and no earlier run left any");
  }

  @Test
  void offline_withCopies_isNotWorthANote() {
    refreshUsual().succeeded();
    String before = known();
    int requests = upstream.requests().size();

    Outcome outcome = refreshUsual("--offline").succeeded();

    assertThat(upstream.requests()).hasSize(requests);
    assertThat(outcome.err()).doesNotContain("used the copy");
    assertThat(known()).isEqualTo(before);
  }

  @Test
  void offline_withoutCopies_theGenerationBeforeKeepsItsPart() {
    refresh("bundled:delta-v.html", "bundled:masses.txt", "bundled:exoplanets.csv").succeeded();
    String before = known();

    Outcome outcome = refreshUsual("--offline").succeeded();

    assertThat(outcome.err()).contains("was never downloaded", "kept the 24 planets of generation");
    assertThat(upstream.requests()).isEmpty();
    assertThat(known()).isEqualTo(before);
  }

  @Test
  void planetsWithoutTheirName_areFetchedOnce() {
    upstream.answer(EXOPLANETS, Answer.of(200, "planet,hostname\na,b\n"));

    assertThat(refreshUsual().problem())
        .contains("lacks pl_name; its columns are planet, hostname");

    assertThat(upstream.requests())
        .filteredOn(request -> request.pathAndQuery().equals(EXOPLANETS))
        .hasSize(1);
  }
}
