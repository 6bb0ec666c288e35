package dev.assay.ports;

import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.bennu;
import static dev.assay.ports.Entries.ceres;
import static dev.assay.ports.Entries.eros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Part of {@link CatalogueContract}: get, find, similar, count, all. */
abstract class CatalogueFinding extends CatalogueSuite {

  private static final Entries ISIS =
      anEntry().withDesignation("42").withName("Isis").withFullName("42 Isis (A856 KA)");
  private static final Entries CAPEK =
      anEntry().withDesignation("1931").withName("Čapek").withFullName("1931 Čapek (1969 QB)");
  private static final Entries UNNAMED = anEntry().withDesignation("2002 PD153");
  private static final Entries COMET =
      anEntry().withDesignation("2023 H5").withName("Lemmon").withFullName("C/2023 H5 (Lemmon)");

  private void publishAll() {
    publish(UNNAMED, bennu(), COMET, CAPEK, eros(), ISIS, ceres());
  }

  private List<String> find(String text) {
    return designations(find(text, 100));
  }

  private List<String> similar(String text, int limit) {
    return designations(read(reader -> reader.similar(text, limit)));
  }

  @Test
  void get_exactDesignation_findsTheBody() {
    publishAll();

    assertThat(get("433")).contains(eros().entry());
    assertThat(get("2002 PD153")).contains(UNNAMED.entry());
  }

  @ParameterizedTest
  @ValueSource(strings = {"43", "4330", "Eros", "2002 pd153", "2002 PD15", "A898 PA", "%", "4_3"})
  void get_anythingElse_isEmpty(String designation) {
    publishAll();

    assertThat(get(designation)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "433, 433",
    "Eros, 433",
    "eros, 433",
    "EROS, 433",
    "A898 PA, 433",
    "a898 pa, 433",
    "433 Eros (A898 PA), 433",
    "433 EROS (a898 pa), 433",
    "433 Eros, 433",
    "433 eros, 433",
    "'  Eros ', 433",
    "'\tEros\n', 433",
    "1999 RQ36, 101955",
    "1999 rq36, 101955",
    "Bennu, 101955",
    "isis, 42",
    "ISIS, 42",
    "IsIs, 42",
    "42 isis (a856 ka), 42",
    "Čapek, 1931",
    "čAPEK, 1931",
    "2002 PD153, 2002 PD153",
    "2002 pd153, 2002 PD153",
    "(2002 PD153), 2002 PD153",
    "2023 h5, 2023 H5",
    "c/2023 h5 (lemmon), 2023 H5",
    "LEMMON, 2023 H5"
  })
  void find_anythingItIsCalled_findsIt(String text, String designation) {
    publishAll();

    assertThat(find(text)).containsExactly(designation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Ero",
        "Eros 433",
        "1999 RQ3",
        "1999RQ36",
        "(1999 RQ36)",
        "RQ36",
        "%",
        "_",
        "E%",
        "E_os",
        ".*",
        "Eros'",
        "null",
        "%Eros%",
        "Ísis",
        "Capek"
      })
  void find_anythingElse_findsNothing(String text) {
    publishAll();

    assertThat(find(text)).isEmpty();
  }

  @Test
  void find_severalCalledSo_areInDesignationOrder() {
    publish(
        anEntry().withDesignation("2001 ZZ9").withName("Twin"),
        anEntry().withDesignation("100").withName("twin"),
        anEntry().withDesignation("1999 AA").withFullName("1999 AA (TWIN)"),
        anEntry().withDesignation("20").withName("Other").withFullName("Twin"),
        anEntry().withDesignation("Twin"),
        anEntry().withDesignation("9").withName("Twins"));

    assertThat(find("Twin")).containsExactly("20", "100", "1999 AA", "2001 ZZ9", "Twin");
    assertThat(designations(find("Twin", 2))).containsExactly("20", "100");
  }

  @Test
  void find_calledSoTwice_isFoundOnce() {
    publish(anEntry().withDesignation("Solo").withName("Solo").withFullName("Solo"));

    assertThat(find("solo")).containsExactly("Solo");
  }

  @ParameterizedTest
  @CsvSource({
    "Benu, 101955",
    "Bennnu, 101955",
    "bennv, 101955",
    "Ceers, 1",
    "CERRES, 1",
    "Issis, 42",
    "2002 PD15, 2002 PD153",
    "2002 PD1533, 2002 PD153"
  })
  void similar_misspelt_findsItFirst(String text, String designation) {
    publishAll();

    assertThat(similar(text, 5)).first().isEqualTo(designation);
  }

  @Test
  void similar_severalResemble_givesTheMostSimilarFirst() {
    publish(
        anEntry().withDesignation("10").withName("Hermione"),
        anEntry().withDesignation("20").withName("Herminone"),
        anEntry().withDesignation("30").withName("Zzyzx"));

    assertThat(similar("Hermionee", 10)).containsExactly("10", "20");
    assertThat(similar("Hermionee", 1)).containsExactly("10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"qqqqqqqqqqqq", "%", "", "Betelgeuse is not an asteroid"})
  void similar_nothingResembles_isEmpty(String text) {
    publishAll();

    assertThat(similar(text, 10)).isEmpty();
  }

  @Test
  void forEach_everything_isInDesignationOrder() {
    List<String> ordered =
        List.of("1", "2", "10", "433", "101955", "1999 AA", "1P", "2002 PD153", "A898 PA", "a1");
    List<Entries> shuffled =
        IntStream.of(7, 3, 9, 0, 5, 2, 8, 1, 6, 4)
            .mapToObj(i -> anEntry().withDesignation(ordered.get(i)))
            .toList();

    publish(shuffled.toArray(Entries[]::new));

    assertThat(designations(everything())).containsExactlyElementsOf(ordered);
    assertThat(read(CatalogueReader::count)).isEqualTo(10);
  }

  @Test
  void forEach_manyBodies_handsOutEach() {
    List<CatalogueRow> rows = Entries.numbered(5_000);
    catalogue().create(FIRST);
    for (int chunk = 0; chunk < 5; chunk++) {
      catalogue()
          .put(new BodyBatch(FIRST, chunk, rows.subList(chunk * 1_000, chunk * 1_000 + 1_000)));
    }
    catalogue().seal(FIRST);
    catalogue().activate(FIRST);

    assertThat(everything())
        .containsExactlyElementsOf(rows.stream().map(CatalogueRow::entry).toList());
    assertThat(read(CatalogueReader::count)).isEqualTo(5_000);
  }

  @Test
  void forEach_consumerThrows_endsAndPassesItOn() {
    publishAll();
    RuntimeException enough = new IllegalStateException("enough");

    try (CatalogueReader reader = catalogue().read().orElseThrow()) {
      assertThatThrownBy(
              () ->
                  reader.forEach(
                      entry -> {
                        throw enough;
                      }))
          .isSameAs(enough);
      assertThat(everything(reader)).hasSize(7);
    }
  }
}
