package dev.assay.domain.asterank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.value.Valuation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever a catalogue may say of a body, its figures are finite and always the same. */
class AsterankModelPropertyTest {

  private final AsterankModel model = AsterankModel.withPublishedPrices();

  @Provide
  Arbitrary<SmallBody> anyBody() {
    return Combinators.combine(
            Combinators.combine(powers(-2, 3), decimals(0, 3), decimals(0, 180))
                .as(OrbitalElements::ofPerihelion),
            decimals(-5, 50).injectNull(0.3),
            powers(-6, 4).injectNull(0.5),
            powers(-6, 0).injectNull(0.5),
            powers(-30, 3).injectNull(0.7),
            Arbitraries.of("", "S", "Sq", "Cgh", "X:", "O", "XFCU", "?", "::", "\uD83D\uDE80"),
            Arbitraries.of("", "M", "E", "S", "TCG:"),
            Arbitraries.of("APO", "MBA", "JFC", "ABC"))
        .as(AsterankModelPropertyTest::body);
  }

  private static SmallBody body(
      OrbitalElements orbit,
      @Nullable Double magnitude,
      @Nullable Double kilometres,
      @Nullable Double albedo,
      @Nullable Double gm,
      String smass,
      String tholen,
      String orbitClass) {
    SmallBody.Builder body =
        SmallBody.builder("(2011 CD2)", orbit)
            .smassType(smass)
            .tholenType(tholen)
            .orbitClass(new OrbitClass(orbitClass));
    if (magnitude != null) {
      body.absoluteMagnitude(magnitude);
    }
    if (kilometres != null) {
      body.diameter(kilometres);
    }
    if (albedo != null) {
      body.albedo(albedo);
    }
    if (gm != null) {
      body.gravitationalParameter(gm);
    }
    return body.build();
  }

  private static Arbitrary<Double> powers(int lowest, int highest) {
    return decimals(lowest, highest).map(exponent -> Math.pow(10, exponent));
  }

  private static Arbitrary<Double> decimals(double low, double high) {
    return Arbitraries.doubles().between(low, high).ofScale(6);
  }

  @Property
  void value_anyBody_isFiniteAndAlwaysTheSame(@ForAll("anyBody") SmallBody body) {
    Valuation valuation = model.value(body);

    assertThat(model.value(body)).isEqualTo(valuation);
    AsterankFigures figures = model.figures(body);
    assertThat(figures.price()).isFinite();
    assertThat(figures.saved()).isFinite();
    assertThat(figures.profit()).isFinite();
    assertThat(figures.score()).isFinite();
    assertThat(figures.closeness() == -1 || figures.closeness() > 2600).isTrue();
    assertThat(figures.closeness()).isLessThan(8201);
    if (valuation.grossValue() != null) {
      assertThat(valuation.grossValue().usd()).isNotNegative();
    }
  }
}
