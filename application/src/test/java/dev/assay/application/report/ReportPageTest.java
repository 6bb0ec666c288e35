package dev.assay.application.report;

import static dev.assay.application.report.ReportFixture.card;
import static dev.assay.application.report.ReportFixture.table;
import static dev.assay.ports.Entries.anEntry;
import static dev.assay.ports.Entries.anUnknown;
import static dev.assay.ports.Entries.bennu;
import static dev.assay.ports.Entries.ceres;
import static dev.assay.ports.Entries.eros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ports.Entries;
import dev.assay.ports.GenerationId;
import dev.assay.ports.Planets;
import dev.assay.ports.RowProblem;
import dev.assay.ports.RunRecord;
import dev.assay.ports.SourceReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page as its readers, programs and people, take it apart. */
class ReportPageTest {

  private static final String EVIL = "<script>alert(1)</script>\"'&</title><!--";

  private final ReportFixture fixture = new ReportFixture();

  private ReportFixture three() {
    return fixture.publish(
        "g-1",
        List.of(Planets.aPlanet(), Planets.aPlanet("X b", null).with("mass_source", "radius")),
        ceres().withValue(3e20),
        bennu().with("pha", true),
        eros().withDeltaV(6.07));
  }

  private static RunRecord run(String source, String warning, String reason) {
    return new RunRecord(
        new GenerationId("g-1"),
        "assay",
        ReportFixture.NOW,
        ReportFixture.NOW,
        RunRecord.Outcome.SUCCEEDED,
        "3 bodies loaded",
        3,
        List.of(
            new SourceReport(
                source,
                1_234_570,
                1_234_567,
                2,
                1,
                0,
                List.of(
                    new RowProblem(7, "e", EVIL, reason, RowProblem.Consequence.ROW_REJECTED)))),
        List.of(warning));
  }

  @Test
  void headline_counts_areThoseOfTheCatalogue() {
    Document page = three().page();

    assertThat(card(page, "headline", "bodies")).isEqualTo("3");
    assertThat(card(page, "headline", "near-Earth")).isEqualTo("2");
    assertThat(card(page, "headline", "potentially hazardous")).isEqualTo("1");
    assertThat(card(page, "headline", "easier to reach than the Moon")).isEqualTo("2");
    assertThat(card(page, "headline", "with a value")).isEqualTo("3");
    assertThat(card(page, "headline", "planets")).isEqualTo("2");
  }

  @Test
  void about_saysWhatItIsOf() {
    assertThat(three().page(run("s", "w", "r")).select("#about").text())
        .contains("Catalogue g-1, loaded 2026-11-01T03:07:00Z")
        .contains("Valuation model: assay.")
        .doesNotContain("Asterank");
  }

  @Test
  void about_asterank_isWarnedOf() {
    assertThat(fixture.publish("g-1", ceres().withModel("asterank")).page().select("p.warning"))
        .extracting(Element::text)
        .anySatisfy(text -> assertThat(text).contains("known errors included"));
  }

  @Test
  void rankings_best_haveTheirIntervals() {
    Document page = three().page();

    assertThat(table(page, "Highest gross value, the best 3").get(0))
        .startsWith("1 Ceres (A801 AA)", "MBA", "C 93 %")
        .contains("3.00e20 (2.10e8 to 1.90e9)", "0.492 (0.473 to 0.512)");
    assertThat(page.select("#rankings h3")).hasSize(6);
  }

  @Test
  void rankings_nothingToRankBy_saysSo() {
    assertThat(
            fixture
                .publish("g-1", ceres().with("profit_usd", null))
                .page()
                .select("#rankings")
                .text())
        .contains("states no profit");
  }

  @Test
  void rankings_nameTwentyAtMost() {
    Entries[] many =
        IntStream.range(0, 50)
            .mapToObj(i -> anEntry().withDesignation("" + (i + 1)).withValue(i * 1e9))
            .toArray(Entries[]::new);

    assertThat(table(fixture.publish("g-1", many).page(), "Highest gross value, the best 20"))
        .hasSize(20)
        .first()
        .satisfies(row -> assertThat(row).first().isEqualTo("50"));
  }

  @Test
  void quality_shares_areThoseOfTheCatalogue() {
    Document page =
        fixture
            .publish(
                "g-1",
                anEntry().withDesignation("1"),
                anEntry().withDesignation("2").with("diameter_source", "h-albedo"),
                anUnknown().withDesignation("3"),
                anEntry().withDesignation("4").with("diameter_source", null))
            .page();

    assertThat(table(page, "What the numbers rest on, share of all bodies"))
        .contains(
            List.of("diameter", "25.0 % (1)", "25.0 % (1)", "0 % (0)", "25.0 % (1)", "25.0 % (1)"));
  }

  @Test
  void quality_rowsOfTheRun_areNamedWithTheirReasons() {
    Document page = three().page(run("bodies.csv", "take care", "is not a number"));

    assertThat(table(page, "Rows of the sources of this run"))
        .containsExactly(List.of("bodies.csv", "1,234,570", "1,234,567", "2", "1", "0"));
    assertThat(table(page, "Refused in bodies.csv"))
        .containsExactly(List.of("7", "e", EVIL, "is not a number"));
    assertThat(page.select("#quality li").eachText()).containsExactly("take care");
  }

  @Test
  void quality_runForgotten_saysSo() {
    assertThat(three().page().select("#quality").text()).contains("no longer on record");
  }

  @Test
  void changes_noneBefore_saysSo() {
    assertThat(three().page().select("#changes").text())
        .isEqualTo("There is no generation before this one.");
  }

  @Test
  void changes_countsAndMoves_areNamed() {
    Document page =
        fixture
            .publish("g-1", ceres().withValue(1e20), eros(), anEntry().withDesignation("5"))
            .publish("g-2", ceres().withValue(4e20), eros(), bennu())
            .page();

    assertThat(card(page, "changes", "new")).isEqualTo("1");
    assertThat(card(page, "changes", "gone")).isEqualTo("1");
    assertThat(card(page, "changes", "changed")).isEqualTo("1");
    assertThat(card(page, "changes", "the same")).isEqualTo("1");
    assertThat(table(page, "The largest moves of value"))
        .containsExactly(
            List.of("1 Ceres (A801 AA)", "1.00e20", "4.00e20", "\u00d74.00", "0.492", "C"));
    assertThat(table(page, "Columns changed")).containsExactly(List.of("value_usd", "1"));
    assertThat(table(page, "The most valuable of the new bodies").get(0))
        .startsWith("101955 Bennu (1999 RQ36)");
    assertThat(table(page, "The most valuable of the bodies that are gone").get(0)).startsWith("5");
  }

  @Test
  void planets_masses_areCountedByOrigin() {
    assertThat(table(three().page(), "How the masses of planets are known"))
        .extracting(row -> row.subList(0, 2))
        .containsExactly(List.of("mass", "1"), List.of("radius", "1"));
  }

  @Test
  void basis_prices_haveDateAndSource() {
    Document page = three().page();

    assertThat(table(page, "Prices on Earth"))
        .contains(List.of("platinum", "63300", "2026-04-02", "Kitco"));
    assertThat(table(page, "Assumptions where nothing is stated")).isNotEmpty();
  }

  @Test
  void page_emptyCatalogue_isWhole() {
    Document page = fixture.publish("g-1").page();

    assertThat(card(page, "headline", "bodies")).isEqualTo("0");
    assertThat(page.select("section")).hasSize(8);
  }

  @Test
  void page_hostileData_isText() {
    fixture.publish(
        "g-1",
        List.of(Planets.aPlanet(EVIL, 1.0).with("mass_source", EVIL)),
        anEntry().withName(EVIL).withFullName(EVIL).withOrbitClass(EVIL).withModel(EVIL));
    String html = fixture.html(run(EVIL, EVIL, EVIL));
    Document page = Jsoup.parse(html);

    assertThat(page.select("script")).hasSize(3);
    assertThat(html).doesNotContain("<script>alert");
    assertThat(table(page, "Rows of the sources of this run").get(0)).first().isEqualTo(EVIL);
    assertThat(page.select("#rankings tbody th").get(0).text()).isEqualTo(EVIL);
    assertThat(data(page)).contains("\\u003cscript>alert(1)\\u003c/script>").doesNotContain("<");
  }

  private static String data(Document page) {
    return Objects.requireNonNull(page.getElementById("chart-data")).data();
  }

  @Test
  void page_standsAlone_andForbidsEverythingElse() throws NoSuchAlgorithmException {
    Document page = three().page();
    String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");

    assertThat(page.select("[src], link, iframe, object, base, form")).isEmpty();
    assertThat(page.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("#"));
    assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("script-src 'unsafe");
    for (Element script : page.select("script:not([type])")) {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(script.data().getBytes(StandardCharsets.UTF_8));
      assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    }
  }

  @Test
  void page_structure_servesKeyboardAndScreenReader() {
    Document page = three().page(run("s", "w", "r"));

    assertThat(page.select("html").attr("lang")).isEqualTo("en");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("a.skip[href=#main], main#main")).hasSize(2);
    assertThat(page.select("nav a").eachAttr("href"))
        .allSatisfy(href -> assertThat(page.select(href)).as(href).hasSize(1))
        .hasSameSizeAs(page.select("section"));
    assertThat(headingLevels(page)).isSubsetOf(1, 2, 3);
    assertThat(page.select("table")).allSatisfy(ReportPageTest::assertAccessible);
    assertThat(page.select(".scroll[tabindex=0][role=region][aria-label]"))
        .hasSameSizeAs(page.select("table"));
    List<String> ids = page.select("[id]").eachAttr("id");
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
  }

  private static List<Integer> headingLevels(Document page) {
    List<Integer> levels = new ArrayList<>();
    page.select("h1, h2, h3, h4, h5, h6")
        .forEach(heading -> levels.add(Integer.valueOf(heading.tagName().substring(1))));
    return levels;
  }

  private static void assertAccessible(Element table) {
    assertThat(table.select("caption").text()).isNotBlank();
    assertThat(table.select("thead th[scope=col]")).isNotEmpty();
    int columns = table.select("thead th").size();
    assertThat(table.select("tbody tr"))
        .allSatisfy(
            row -> {
              assertThat(row.children()).hasSize(columns);
              assertThat(row.child(0).is("th[scope=row]")).isTrue();
            });
  }

  @Test
  void charts_each_haveAPlaceDataAndATable() {
    Document page = three().page();

    assertThat(page.select(".chart[role=img][aria-label]"))
        .hasSize(6)
        .allSatisfy(
            chart -> {
              assertThat(data(page)).contains("\"id\":\"" + chart.id() + "\"");
              Element figure = Objects.requireNonNull(chart.parent());
              assertThat(figure.select("figcaption").text()).isNotBlank();
              assertThat(figure.nextElementSiblings().select("details table")).isNotEmpty();
            });
  }

  @Test
  void render_again_isTheSamePage() {
    assertThat(three().html(null)).isEqualTo(fixture.html(null));
  }

  @Test
  void library_thatEndsItsScript_isRefused() {
    assertThatThrownBy(() -> new ChartLibrary("a</script>", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
