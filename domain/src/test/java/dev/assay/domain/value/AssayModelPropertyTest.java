package dev.assay.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.assay.domain.body.AbsoluteMagnitude;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitClass;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.RendezvousDeltaV;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever a catalogue may say of a body, it has a valuation, and the valuation makes sense. */
class AssayModelPropertyTest {

  private final AssayModel model = AssayModel.withBundledTables();

  private record Physical(
      @Nullable Double magnitude,
      @Nullable Double sigmaMagnitude,
      @Nullable Double kilometres,
      @Nullable Double sigmaKilometres,
      @Nullable Double albedo,
      @Nullable Double gm) {}

  @Provide
  Arbitrary<SmallBody> anyBody() {
    return Combinators.combine(
            orbits(),
            physical(),
            Arbitraries.of("", "S", "Sq", "X", "CX", "S:", "XFCU", "?", "Ch*", "\uD83D\uDE80"),
            Arbitraries.of("", "M", "E", "S", "TCG:", "U"),
            Arbitraries.of("", "APO", "MBA", "JFC", "ABC"))
        .as(AssayModelPropertyTest::body);
  }

  private static SmallBody body(
      OrbitalElements orbit, Physical known, String smass, String tholen, String orbitClass) {
    SmallBody.Builder body =
        SmallBody.builder("(2011 CD2)", orbit).smassType(smass).tholenType(tholen);
    if (!orbitClass.isEmpty()) {
      body.orbitClass(new OrbitClass(orbitClass));
    }
    if (known.magnitude() != null) {
      body.absoluteMagnitude(new AbsoluteMagnitude(known.magnitude(), known.sigmaMagnitude()));
    }
    if (known.kilometres() != null) {
      body.diameter(new MeasuredDiameter(known.kilometres(), known.sigmaKilometres()));
    }
    if (known.albedo() != null) {
      body.albedo(known.albedo());
    }
    if (known.gm() != null) {
      body.gravitationalParameter(known.gm());
    }
    return body.build();
  }

  private static Arbitrary<OrbitalElements> orbits() {
    return Combinators.combine(powers(-2, 3), decimals(0, 3), decimals(0, 180))
        .as(OrbitalElements::ofPerihelion);
  }

  private static Arbitrary<Physical> physical() {
    return Combinators.combine(
            decimals(-5, 50).injectNull(0.3),
            decimals(0, 20).injectNull(0.5),
            powers(-6, 4).injectNull(0.5),
            powers(-9, 4).injectNull(0.5),
            powers(-6, 0).injectNull(0.5),
            powers(-30, 3).injectNull(0.7))
        .as(Physical::new);
  }

  private static Arbitrary<Double> powers(int lowest, int highest) {
    return decimals(lowest, highest).map(exponent -> Math.pow(10, exponent));
  }

  private static Arbitrary<Double> decimals(double low, double high) {
    return Arbitraries.doubles().between(low, high).ofScale(6);
  }

  @Property
  void value_anyBody_makesSense(@ForAll("anyBody") SmallBody body) {
    Valuation valuation = model.value(body);

    GrossValue gross = valuation.grossValue();
    boolean weighable =
        body.gravitationalParameter() != null
            || body.diameter() != null
            || body.absoluteMagnitude() != null;
    assertThat(gross != null).isEqualTo(weighable);
    if (gross != null) {
      assertThat(gross.usd()).isPositive().isFinite();
      assertThat(gross.lowUsd()).isPositive().isLessThanOrEqualTo(gross.highUsd());
    }
    if (valuation.mass() != null) {
      assertThatCode(valuation.mass()::low).doesNotThrowAnyException();
      assertThatCode(valuation.mass()::high).doesNotThrowAnyException();
    }
    assertThat(valuation.deltaV() instanceof RendezvousDeltaV).isEqualTo(body.orbit().isElliptic());
    if (valuation.accessibility() != null) {
      assertThat(valuation.accessibility()).isBetween(0.0, 1.0);
    }
  }
}
