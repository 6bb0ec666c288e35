package dev.assay.ports;

import static dev.assay.ports.Entries.ceres;
import static dev.assay.ports.Planets.aPlanet;
import static dev.assay.ports.Planets.anUnknownPlanet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link CatalogueContract}: planets of other stars. */
abstract class CataloguePlanets extends CatalogueSuite {

  private static final int ALL = PlanetTable.MOST;

  private void putPlanets(GenerationId generation, Planets... planets) {
    List<PlanetEntry> entries = Arrays.stream(planets).map(Planets::entry).toList();
    catalogue().putPlanets(new PlanetTable(generation, entries));
  }

  /** Publishes planets, and one small body, as the first generation. */
  private void publishPlanets(Planets... planets) {
    catalogue().create(FIRST);
    putPlanets(FIRST, planets);
    finish(FIRST);
  }

  private void finish(GenerationId generation) {
    catalogue().put(Entries.batch(generation, 0, ceres().row(0, 1)));
    catalogue().seal(generation);
    catalogue().activate(generation);
  }

  private List<PlanetEntry> planets(int limit) {
    return read(reader -> reader.planets(limit));
  }

  private List<String> names(int limit) {
    return planets(limit).stream().map(PlanetEntry::name).toList();
  }

  private List<String> find(String text) {
    return findPlanets(text, ALL).stream().map(PlanetEntry::name).toList();
  }

  private List<PlanetEntry> findPlanets(String text, int limit) {
    return read(reader -> reader.findPlanets(text, limit));
  }

  private List<String> similar(String text, int limit) {
    return read(reader -> reader.similarPlanets(text, limit)).stream()
        .map(PlanetEntry::name)
        .toList();
  }

  @Test
  void planets_nonePut_areNone() {
    publishOne(FIRST, ceres());

    assertThat(planets(ALL)).isEmpty();
    assertThat(findPlanets("Kepler-10 b", ALL)).isEmpty();
    assertThat(similar("Kepler-10 b", 5)).isEmpty();
  }

  @Test
  void planets_everyColumn_comesBackExactly() {
    PlanetEntry known =
        aPlanet()
            .withName("\u03bc Ara \uD83D\uDE80 'c\"; DROP TABLE planets; --")
            .with("host", "Barnard's star")
            .with("mass_earths", 1.0 / 3)
            .with("distance_pc", Double.MIN_VALUE)
            .with("listed_mass_earths", Double.MAX_VALUE)
            .with("discovery_year", (1L << 53) + 1)
            .entry();
    PlanetEntry unknown = anUnknownPlanet("null").entry();
    publishPlanets(Planets.of(unknown), Planets.of(known));

    assertThat(planets(ALL)).containsExactly(known, unknown);
    assertThat(findPlanets(known.name(), ALL)).containsExactly(known);
    assertThat(findPlanets("null", ALL)).containsExactly(unknown);
  }

  @Test
  void planets_ordered_heaviestFirstThenByNameUnknownLast() {
    publishPlanets(
        aPlanet("B light", 0.5),
        aPlanet("Z unknown", null),
        aPlanet("B heavy", 3000.0),
        aPlanet("A unknown", null),
        aPlanet("b heavy", 3000.0),
        aPlanet("A light", 0.5));

    assertThat(names(ALL))
        .containsExactly("B heavy", "b heavy", "A light", "B light", "A unknown", "Z unknown");
    assertThat(names(3)).containsExactly("B heavy", "b heavy", "A light");
  }

  @Test
  void putPlanets_again_replacesThem() {
    catalogue().create(FIRST);
    putPlanets(FIRST, aPlanet("Old b", 1.0), aPlanet("Old c", 1.0));
    putPlanets(FIRST, aPlanet("New b", 2.0));
    finish(FIRST);

    assertThat(names(ALL)).containsExactly("New b");
    assertThat(find("Old b")).isEmpty();
  }

  @Test
  void putPlanets_emptyTable_removesThem() {
    catalogue().create(FIRST);
    putPlanets(FIRST, aPlanet());
    putPlanets(FIRST);
    finish(FIRST);

    assertThat(planets(ALL)).isEmpty();
  }

  @Test
  void putPlanets_betweenBatches_disturbsNeither() {
    catalogue().create(FIRST);
    catalogue().put(Entries.batch(FIRST, 1, Entries.eros().row(0, 2)));
    putPlanets(FIRST, aPlanet());
    finish(FIRST);

    assertThat(everything()).hasSize(2);
    assertThat(planets(ALL)).containsExactly(aPlanet().entry());
    assertThat(read(CatalogueReader::count)).isEqualTo(2);
  }

  @Test
  void putPlanets_createdAnew_areGone() {
    catalogue().create(FIRST);
    putPlanets(FIRST, aPlanet());
    catalogue().create(FIRST);
    finish(FIRST);

    assertThat(planets(ALL)).isEmpty();
  }

  @Test
  void putPlanets_notCreated_isRefused() {
    assertRefused(() -> putPlanets(FIRST, aPlanet()), FIRST);

    assertThat(catalogue().generations()).isEmpty();
  }

  @Test
  void putPlanets_sealed_isRefused() {
    publishPlanets(aPlanet());

    assertRefused(() -> putPlanets(FIRST, aPlanet("Late b", 1.0)), FIRST);

    assertThat(planets(ALL)).containsExactly(aPlanet().entry());
  }

  @Test
  void planets_ofGenerations_areApart() {
    publishPlanets(aPlanet("First b", 1.0));
    catalogue().create(SECOND);
    putPlanets(SECOND, aPlanet("Second b", 1.0));
    assertThat(names(ALL)).containsExactly("First b");

    finish(SECOND);
    assertThat(names(ALL)).containsExactly("Second b");
    try (CatalogueReader before = catalogue().readPrevious().orElseThrow()) {
      assertThat(before.planets(ALL)).extracting(PlanetEntry::name).containsExactly("First b");
    }

    catalogue().rollback();
    assertThat(names(ALL)).containsExactly("First b");
  }

  @Test
  void planets_thousands_allComeBack() {
    Planets[] many =
        IntStream.range(0, 7_000)
            .mapToObj(i -> aPlanet("P-" + i + " b", 10_000.0 - i))
            .toArray(Planets[]::new);
    publishPlanets(many);

    assertThat(planets(ALL))
        .containsExactlyElementsOf(Stream.of(many).map(Planets::entry).toList());
  }

  private void publishSystem() {
    publishPlanets(
        aPlanet("TRAPPIST-1 e", 0.692).with("host", "TRAPPIST-1"),
        aPlanet("TRAPPIST-1 b", 1.374).with("host", "TRAPPIST-1"),
        aPlanet("Kepler-22 b", null).with("host", "Kepler-22"),
        aPlanet("51 Peg b", 169.0).with("host", "51 Peg"),
        aPlanet("bet Pic b", 3782.0).with("host", "bet Pic"),
        anUnknownPlanet("İstanbul-1 b"));
  }

  @ParameterizedTest
  @CsvSource({
    "Kepler-22 b, Kepler-22 b",
    "kepler-22 B, Kepler-22 b",
    "KEPLER-22B, Kepler-22 b",
    "'  Kepler-22  b ', Kepler-22 b",
    "Kepler-22, Kepler-22 b",
    "51peg b, 51 Peg b",
    "BET PIC, bet Pic b",
    "TRAPPIST-1 e, TRAPPIST-1 e"
  })
  void findPlanets_nameOrStar_findsThem(String text, String name) {
    publishSystem();

    assertThat(find(text)).containsExactly(name);
  }

  @Test
  void findPlanets_star_givesItsPlanetsByName() {
    publishSystem();

    assertThat(find("trappist-1")).containsExactly("TRAPPIST-1 b", "TRAPPIST-1 e");
    assertThat(findPlanets("trappist-1", 1))
        .extracting(PlanetEntry::name)
        .containsExactly("TRAPPIST-1 b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "Kepler", "Kepler-2", "Kepler-22 bc", "%", "_", "TRAPPIST%", "null"})
  void findPlanets_anythingElse_findsNothing(String text) {
    publishSystem();

    assertThat(find(text)).isEmpty();
  }

  @Test
  void find_planetOrBody_areFoundApart() {
    publishSystem();

    assertThat(find("Kepler-22 b", 5)).isEmpty();
    assertThat(find("Ceres")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Kepler-22 c, Kepler-22 b",
    "Keppler-22 b, Kepler-22 b",
    "TRAPIST-1 e, TRAPPIST-1 e",
    "beta Pic b, bet Pic b"
  })
  void similarPlanets_misspelt_findsItFirst(String text, String name) {
    publishSystem();

    assertThat(similar(text, 5)).first().isEqualTo(name);
    assertThat(similar(text, 1)).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qqqqqqqqqqqq", "%", "", "Betelgeuse has no planet that is known"})
  void similarPlanets_nothingResembles_isEmpty(String text) {
    publishSystem();

    assertThat(similar(text, 10)).isEmpty();
  }
}
