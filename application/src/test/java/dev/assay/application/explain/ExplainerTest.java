package dev.assay.application.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.asterank.AsterankModel;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.MassMeasurement;
import dev.assay.domain.table.DataTable;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.AssayTables;
import dev.assay.domain.value.ValuationModel;
import dev.assay.ports.CatalogueEntry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplainerTest {

  private static final AssayModel ASSAY = AssayModel.withBundledTables();
  private static final AsterankModel ASTERANK = AsterankModel.withPublishedPrices();

  private final Explainer explainer = Explainer.withBundledTables();

  static Stream<SmallBody> bodies() {
    return Stream.of(
        Bodies.ceres(),
        Bodies.vesta(),
        Bodies.psyche(),
        Bodies.eros(),
        Bodies.bennu(),
        Bodies.ryugu(),
        Bodies.apophis(),
        Bodies.hektor(),
        Bodies.halley(),
        Bodies.parabolicComet(),
        Bodies.oumuamua(),
        Bodies.onlyH(),
        Bodies.onlyHInMainBelt(),
        Bodies.onlyOrbit(),
        Bodies.typed("X"),
        Bodies.typed("S::"),
        Bodies.typed("CX"),
        Bodies.anAsteroid().albedo(0.07).build());
  }

  private static CatalogueEntry entry(ValuationModel model, SmallBody body) {
    return entry(model, body, null);
  }

  private static CatalogueEntry entry(
      ValuationModel model, SmallBody body, @Nullable CombinedMass literature) {
    return CatalogueEntry.of(body, literature, model.value(body, literature));
  }

  private Explanation explain(SmallBody body) {
    return explainer.explain(entry(ASSAY, body));
  }

  private static Explanation part(Explanation whole, String... path) {
    Explanation part = whole;
    for (String quantity : path) {
      part =
          part.from().stream()
              .filter(q -> q.quantity().equals(quantity))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no " + quantity));
    }
    return part;
  }

  private static double value(Explanation whole, String... path) {
    return Objects.requireNonNull(part(whole, path).value());
  }

  private static List<String> sources(Explanation whole, String... path) {
    return part(whole, path).from().stream().map(Explanation::quantity).toList();
  }

  /** All that is known of a body is found again, and with it what the numbers rest on. */
  @ParameterizedTest
  @MethodSource("bodies")
  void explain_anyBody_findsItsValuationAgain(SmallBody body) {
    CatalogueEntry entry = entry(ASSAY, body);
    Revaluation again = new Revaluation(entry, AssayTables.bundled());

    assertThat(again.classes()).isNotNull();
    assertThat(again.unitValue().isPresent()).isEqualTo(entry.valueUsd() != null);
    assertThat(again.density().isPresent()).isEqualTo(entry.diameterKm() != null);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void explain_anyNumber_saysHowItWasHadAndFromWhere(SmallBody body) {
    Stream.of(ASSAY, ASTERANK)
        .map(model -> explainer.explain(entry(model, body)))
        .forEach(ExplainerTest::assertExplained);
  }

  private static void assertExplained(Explanation whole) {
    for (Explanation part : whole.from()) {
      assertExplained(part);
    }
    if (whole.value() != null && !whole.quantity().equals("class")) {
      assertThat(whole.basis()).as(whole.quantity()).isNotNull();
      boolean cited = whole.source() != null || !whole.notes().isEmpty();
      assertThat(cited).as(whole.quantity()).isTrue();
    }
    boolean expectation = List.of("gross value", "worth per kg").contains(whole.quantity());
    if (whole.low() != null && !expectation) {
      assertThat(whole.value()).as(whole.quantity()).isBetween(whole.low(), whole.high());
    }
    if (whole.basis() == Basis.DERIVED && whole.formula() != null) {
      assertThat(whole.from()).as(whole.quantity()).isNotEmpty();
    }
  }

  @Test
  void explain_bennu_followsTheChainFromGm() {
    Explanation bennu = explain(Bodies.bennu());

    assertThat(part(bennu, "diameter").notes()).containsExactly("no error stated, 10 % assumed");
    assertThat(part(bennu, "mass").formula()).isEqualTo(Formula.GM);
    assertThat(part(bennu, "mass", "GM").value()).isEqualTo(4.8904e-9);
    assertThat(sources(bennu, "mass")).containsExactly("GM", "G");
    assertThat(sources(bennu, "gross value"))
        .containsExactly("mass", "worth per kg", "B material", "prices");
    assertThat(part(bennu, "density").value()).isCloseTo(1250, within(5.0));
  }

  @Test
  void explain_onlyH_restsOnTheSharesOfItsZone() {
    Explanation body = explain(Bodies.onlyH());

    assertThat(part(body, "class").basis()).isEqualTo(Basis.ASSUMED);
    assertThat(part(body, "class").notes().get(0)).startsWith("S 32 %, Q ").contains("others");
    assertThat(part(body, "class", "zone").text()).contains("near-Earth");
    assertThat(sources(body, "diameter")).containsExactly("H", "albedo", "class");
    assertThat(part(body, "diameter", "albedo").value()).isBetween(0.1, 0.15);
    assertThat(sources(body, "mass")).containsExactly("diameter", "density");
  }

  /** The parts of a mass multiply: ln M = ln(pi/6) + 3 ln D + ln rho. */
  @ParameterizedTest
  @MethodSource("bodies")
  void explain_massOfClassDensity_isTheProductOfItsParts(SmallBody body) {
    Explanation mass = part(explain(body), "mass");
    if (mass.formula() != Formula.SPHERE) {
      assertThat(mass.basis()).isNotEqualTo(Basis.DERIVED);
      return;
    }
    double km = value(mass, "diameter");
    double density = value(mass, "density");

    assertThat(value(mass) / (Math.PI / 6 * 1e9 * km * km * km * density))
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void explain_uncertainType_saysHowMuchItCounts() {
    Explanation body = explain(Bodies.typed("S::"));

    assertThat(part(body, "class", "type").notes().get(0)).contains("counts 50 %");
    assertThat(sources(body, "class")).containsExactly("type", "zone");
  }

  @Test
  void explain_typeX_isToldApart() {
    Explanation body = explain(Bodies.anAsteroid().smassType("X").albedo(0.14).build());

    assertThat(part(body, "class").text()).isEqualTo("M");
    assertThat(part(body, "class").notes())
        .contains("X told apart into E, M and P by zone and albedo");
    assertThat(sources(body, "class")).containsExactly("type", "zone", "albedo");
  }

  @Test
  void explain_comet_isIcyAndOfTheDensityOfComets() {
    Explanation halley = explain(Bodies.halley());

    assertThat(part(halley, "mass", "density").value()).isCloseTo(500, within(1e-9));
    assertThat(part(halley, "mass", "density").source()).contains("comets");
    assertThat(sources(halley, "gross value")).contains("icy material");
    assertThat(part(halley, "orbit").notes()).contains("HTC (Halley-type comet)");
  }

  @Test
  void explain_unboundOrbit_hasNoDeltaVAndSaysWhy() {
    Explanation visitor = explain(Bodies.oumuamua());

    assertThat(part(visitor, "delta-v").isKnown()).isFalse();
    assertThat(part(visitor, "delta-v").notes().get(0)).contains("does not return");
    assertThat(part(visitor, "class", "zone").text()).isEqualTo("unbound orbit");
    assertThat(part(visitor, "accessibility").notes()).containsExactly("no delta-v");
  }

  @Test
  void explain_publishedMasses_areCounted() {
    CombinedMass literature =
        CombinedMass.of(List.of(new MassMeasurement(9e18, 1e18), new MassMeasurement(8e18, 1e18)));

    Explanation hektor = explainer.explain(entry(ASSAY, Bodies.hektor(), literature));

    assertThat(part(hektor, "mass").notes()).containsExactly("2 published masses");
    assertThat(part(hektor, "mass").formula()).isEqualTo(Formula.COMBINED_MASS);
    assertThat(sources(hektor, "gross value")).contains("D material", "prices");
  }

  @Test
  void explain_otherPrices_leavesOutWhatDoesNotFollow() {
    PriceList dear =
        PriceList.parse(
            "dear.csv", DataTable.bundled("prices.csv").replace("gold,150740", "gold,999999"));
    AssayModel model = new AssayModel(AssayTables.bundled().withPrices(dear));

    Explanation eros = explainer.explain(entry(model, Bodies.eros()));

    assertThat(sources(eros, "gross value")).containsExactly("mass", "worth per kg");
    assertThat(part(eros, "gross value", "worth per kg").notes().get(0)).contains("other prices");
  }

  @Test
  void explain_asterank_namesItsOwnFormulae() {
    Explanation apophis = explainer.explain(entry(ASTERANK, Bodies.apophis()));

    assertThat(part(apophis, "mass").formula()).isEqualTo(Formula.ASTERANK_SPHERE);
    assertThat(part(apophis, "mass").low()).isNull();
    assertThat(part(apophis, "delta-v").formula()).isEqualTo(Formula.ASTERANK_DELTA_V);
    assertThat(part(apophis, "gross value").formula()).isEqualTo(Formula.ASTERANK_PRICE);
    assertThat(part(apophis, "profit").formula()).isEqualTo(Formula.ASTERANK_PROFIT);
    assertThat(part(apophis, "model").text()).isEqualTo("asterank");
  }

  @Test
  void key_quantity_isLowerCaseWithUnderscores() {
    assertThat(Explanation.of("delta-v").build().key()).isEqualTo("delta_v");
    assertThat(Explanation.of("D, P material").build().key()).isEqualTo("d_p_material");
  }
}
