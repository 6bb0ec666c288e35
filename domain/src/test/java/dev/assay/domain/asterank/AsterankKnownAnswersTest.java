package dev.assay.domain.asterank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.RendezvousDeltaV;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published pages of Asterank (SCIENCE.md 2.3), with the delta-v that they show. */
class AsterankKnownAnswersTest {

  private static final double BILLION = 1e9;

  private final AsterankModel model = AsterankModel.withPublishedPrices();

  /**
   * One page.
   *
   * @param inclinationDeg from Benner's list of 2013; the pages do not show it
   */
  private record Page(
      String name,
      String spec,
      UnaryOperator<SmallBody.Builder> input,
      double a,
      double e,
      double inclinationDeg,
      double deltaV,
      double price,
      double profit) {

    SmallBody body() {
      OrbitalElements orbit = OrbitalElements.of(a, e, inclinationDeg);
      return input.apply(SmallBody.builder(name, orbit).smassType(spec)).build();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final Page RYUGU =
      new Page(
          "162173 Ryugu (1999 JU3)",
          "Cg",
          body -> body.absoluteMagnitude(19.3),
          1.190,
          0.190,
          5.9,
          4.664,
          82.76 * BILLION,
          30.07 * BILLION);

  private static final Page RYUGU_OF_2016 =
      new Page(
          "162173 Ryugu (1999 JU3), page of 2016",
          "Cg",
          body -> body.absoluteMagnitude(19.2),
          1.190,
          0.190,
          5.9,
          4.664,
          95.02 * BILLION,
          34.54 * BILLION);

  private static final Page ML =
      new Page(
          "10302 (1989 ML)",
          "X",
          body -> body.absoluteMagnitude(19.3),
          1.272,
          0.137,
          4.4,
          4.889,
          13.94 * BILLION,
          4.38 * BILLION);

  private static final Page NEREUS =
      new Page(
          "4660 Nereus (1982 DB)",
          "Xe",
          body -> body.diameter(0.33),
          1.489,
          0.360,
          1.4,
          4.985,
          4.71 * BILLION,
          1.39 * BILLION);

  private static final Page BENNU =
      new Page(
          "101955 Bennu (1999 RQ36)",
          "B",
          body -> body.gravitationalParameter(5.2e-9),
          1.126,
          0.204,
          6.0,
          5.096,
          0.66996 * BILLION,
          0.18500 * BILLION);

  private static final Page DIDYMOS =
      new Page(
          "65803 Didymos (1996 GT)",
          "Xk",
          body -> body.diameter(0.78),
          1.644,
          0.384,
          3.4,
          5.162,
          62.25 * BILLION,
          16.41 * BILLION);

  private static final Page TC =
      new Page(
          "7474 (1992 TC)",
          "X",
          body -> body.absoluteMagnitude(18.0),
          1.566,
          0.292,
          7.1,
          5.648,
          84.01 * BILLION,
          16.78 * BILLION);

  private static List<Page> pages() {
    return List.of(RYUGU, RYUGU_OF_2016, ML, NEREUS, BENNU, DIDYMOS, TC);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void figures_deltaVOfThePage_givePriceAndProfitOfThePage(Page page) {
    AsterankFigures figures = model.figures(page.body(), page.deltaV());

    assertThat(figures.price()).isCloseTo(page.price(), withinPercentage(0.1));
    assertThat(figures.profit()).isCloseTo(page.profit(), withinPercentage(0.5));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void value_orbitOfThePage_givesDeltaVPriceAndProfitOfThePage(Page page) {
    var valuation = model.value(page.body());

    // The elements are known to four digits; that moves delta-v by up to 0.005 km/s.
    assertThat(valuation.deltaV()).isInstanceOf(RendezvousDeltaV.class);
    RendezvousDeltaV reached = (RendezvousDeltaV) valuation.deltaV();
    assertThat(reached.deltaV().kmPerSecond()).isCloseTo(page.deltaV(), within(0.005));
    assertThat(Objects.requireNonNull(valuation.grossValue()).usd())
        .isCloseTo(page.price(), withinPercentage(0.1));
    assertThat(Objects.requireNonNull(valuation.profitUsd()))
        .isCloseTo(page.profit(), withinPercentage(0.5));
  }

  private record Vector(Page page, double mass, double price, double closeness, double profit) {
    @Override
    public String toString() {
      return page.name();
    }
  }

  private static List<Vector> vectors() {
    return List.of(
        new Vector(RYUGU, 9598995232262.99, 82756156358.84914, 5790.260334664508, 30062500481.264),
        new Vector(ML, 13911587293134.77, 13941858907.0846, 5248.412930151257, 4379392631.9689),
        new Vector(
            NEREUS, 4704142299669.017, 4714378513.313096, 5024.278671675783, 1390331127.6813),
        new Vector(BENNU, 77925970328.18822, 669957009.2821819, 4809.007720160438, 184994250.3528),
        new Vector(
            DIDYMOS, 62118711539430.984, 62253881855.7408, 4650.878069723221, 16412269185.0692));
  }

  /** Differential test against numbers computed independently, to all digits that they have. */
  @ParameterizedTest
  @MethodSource("vectors")
  void figures_deltaVGiven_agreeToTheLastDigits(Vector vector) {
    AsterankFigures figures = model.figures(vector.page().body(), vector.page().deltaV());

    double kilograms = Objects.requireNonNull(figures.mass()).median().kilograms();
    assertThat(kilograms / vector.mass()).isCloseTo(1, within(1e-13));
    assertThat(figures.price() / vector.price()).isCloseTo(1, within(1e-13));
    assertThat(figures.closeness() / vector.closeness()).isCloseTo(1, within(1e-13));
    assertThat(figures.profit() / vector.profit()).isCloseTo(1, within(1e-12));
  }
}
