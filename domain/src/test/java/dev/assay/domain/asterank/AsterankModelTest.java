package dev.assay.domain.asterank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.NoDeltaV;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.mass.MassMeasurement;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.value.GrossValue;
import dev.assay.domain.value.Valuation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsterankModelTest {

  private final AsterankModel model = AsterankModel.withPublishedPrices();

  private static Estimate<Mass> mass(Valuation valuation) {
    return Objects.requireNonNull(valuation.mass());
  }

  private static GrossValue gross(Valuation valuation) {
    return Objects.requireNonNull(valuation.grossValue());
  }

  @Test
  void name_isTheOneOfTheCommandLine() {
    assertThat(model.name()).isEqualTo("asterank");
    assertThat(model.value(Bodies.eros()).model()).isEqualTo("asterank");
  }

  @Test
  void value_anyBody_statesNoUncertainty() {
    Valuation valuation = model.value(Bodies.eros());

    assertThat(mass(valuation).hasUncertainty()).isFalse();
    assertThat(Objects.requireNonNull(valuation.diameter()).hasUncertainty()).isFalse();
    assertThat(gross(valuation).hasInterval()).isFalse();
    assertThat(valuation.classification()).isNull();
    assertThatThrownBy(mass(valuation)::low).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(mass(valuation)::high).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void value_sameBody_isAlwaysTheSame() {
    for (SmallBody body : List.of(Bodies.ceres(), Bodies.onlyOrbit(), Bodies.onlyHInMainBelt())) {
      assertThat(AsterankModel.withPublishedPrices().value(body)).isEqualTo(model.value(body));
    }
  }

  @Test
  void value_figures_areThoseOfTheFigures() {
    Valuation valuation = model.value(Bodies.psyche());
    AsterankFigures figures = model.figures(Bodies.psyche());

    assertThat(gross(valuation).usd()).isEqualTo(figures.price());
    assertThat(valuation.profitUsd()).isEqualTo(figures.profit());
    assertThat(valuation.accessibility()).isEqualTo(figures.closeness());
    assertThat(valuation.mass()).isEqualTo(figures.mass());
    assertThat(valuation.diameter()).isEqualTo(figures.diameter());
  }

  @Test
  void value_typeSetByHand_isTheClass() {
    SmallBody body =
        SmallBody.builder("436724 (2011 UW158)", OrbitalElements.of(1.62, 0.376, 4.6)).build();

    assertThat(model.value(body).spectralClass()).isEqualTo(SpectralClass.XC);
  }

  @ParameterizedTest
  @CsvSource({"S(IV)", "U", "XYZ", "?"})
  void value_typeThatIsNoneOfTheClasses_hasNoClass(String type) {
    assertThat(model.value(Bodies.anAsteroid().smassType(type).build()).spectralClass()).isNull();
  }

  @Test
  void value_typeUnknown_isWorthNothing() {
    Valuation valuation = model.value(Bodies.onlyHInMainBelt());

    assertThat(model.figures(Bodies.onlyHInMainBelt()).spec()).isEqualTo("?");
    assertThat(gross(valuation).usd()).isZero();
    assertThat(valuation.profitUsd()).isZero();
    assertThat(mass(valuation).median().kilograms()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"Sv", "Xn", "Z", "nonsense", "price", ":"})
  void figures_typeThatTheTableDoesNotName_countsAsUnknown(String type) {
    AsterankFigures figures = model.figures(Bodies.anAsteroid().smassType(type).build());

    assertThat(figures).isEqualTo(model.figures(Bodies.anAsteroid().build()));
    assertThat(figures.spec()).isEqualTo("?");
  }

  @Test
  void value_literatureMass_isNotUsed() {
    CombinedMass literature = CombinedMass.of(List.of(new MassMeasurement(1e18, 1e17)));

    assertThat(model.value(Bodies.psyche(), literature)).isEqualTo(model.value(Bodies.psyche()));
  }

  private static SmallBody.Builder comet(double a, double e) {
    return SmallBody.builder("7P/Pons-Winnecke", OrbitalElements.of(a, e, 22.3))
        .orbitClass(new OrbitClass("JFc"))
        .diameter(5.2);
  }

  @Test
  void figures_comet_areMarkedAsNotComputed() {
    AsterankFigures figures = model.figures(comet(3.4, 0.64).build());

    assertThat(figures.spec()).isEqualTo("comet");
    assertThat(figures.price()).isEqualTo(-1);
    assertThat(figures.profit()).isEqualTo(-1);
    assertThat(figures.closeness()).isEqualTo(-1);
    assertThat(figures.saved()).isEqualTo(-1e-5);
    assertThat(figures.score()).isEqualTo(-2e-12);
  }

  @Test
  void value_comet_hasADiameterAndNoValue() {
    Valuation valuation = model.value(comet(3.4, 0.64).build());

    assertThat(Objects.requireNonNull(valuation.diameter()).median().kilometres()).isEqualTo(5.2);
    assertThat(valuation.mass()).isNull();
    assertThat(valuation.grossValue()).isNull();
    assertThat(valuation.profitUsd()).isNull();
    assertThat(valuation.accessibility()).isEqualTo(-1);
    assertThat(valuation.spectralClass()).isNull();
    assertThat(valuation.deltaV()).isInstanceOf(RendezvousDeltaV.class);
  }

  @Test
  void value_cometWithAType_isValuedAsThatType() {
    Valuation valuation = model.value(comet(3.4, 0.64).smassType("C").build());

    assertThat(gross(valuation).usd()).isPositive();
    assertThat(valuation.accessibility()).isGreaterThan(2601);
  }

  @Test
  void figures_noDeltaV_takeTwelveKilometresPerSecond() {
    SmallBody interstellar =
        SmallBody.builder("A/2017 U1", OrbitalElements.ofPerihelion(0.256, 1.2, 122.7))
            .smassType("D")
            .diameter(0.1)
            .build();

    Valuation valuation = model.value(interstellar);

    assertThat(valuation.deltaV()).isInstanceOf(NoDeltaV.class);
    assertThat(model.figures(interstellar)).isEqualTo(model.figures(interstellar, 12));
    assertThat(valuation.accessibility()).isEqualTo(-1);
    double price = gross(valuation).usd();
    assertThat(valuation.profitUsd()).isCloseTo(-price / 12 / 3417.5490736698116, within(1e-9));
  }

  @Test
  void figures_eros_areThoseOfAWorthlessStone() {
    AsterankFigures figures = model.figures(Bodies.eros());

    // SCIENCE.md 2.2: Eros 7e-42 USD.
    assertThat(figures.price()).isCloseTo(7e-42, within(0.5e-42));
    assertThat(figures.score()).isLessThan(1e-50);
  }

  @Test
  void figures_davida_areThoseOfTheMostValuableAsteroid() {
    SmallBody davida =
        SmallBody.builder("511 Davida (A903 KB)", OrbitalElements.of(3.165, 0.188, 15.94))
            .smassType("C")
            .diameter(270)
            .build();

    // Reported of Asterank with this diameter (index.hu, 2024-11-02): 15 * 10^18 dollars, rounded
    // down. The mass is beyond 1e18 kg but not from GM, so all of it counts.
    assertThat(model.figures(davida).price()).isBetween(15e18, 15.5e18);
  }

  @Test
  void figures_ceres_areThoseOfAMillionthOfItsMass() {
    AsterankFigures figures = model.figures(Bodies.ceres());

    // SOURCES.md 8.2, dump of April 2025: price 8.1e12.
    assertThat(figures.price()).isCloseTo(8.1e12, within(0.05e12));
  }
}
