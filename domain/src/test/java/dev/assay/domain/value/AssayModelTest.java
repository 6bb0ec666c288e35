package dev.assay.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.MeasuredDiameter;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.deltav.DeltaV;
import dev.assay.domain.deltav.NoDeltaV;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.MassEstimator;
import dev.assay.domain.mass.MassMeasurement;
import dev.assay.domain.mission.Mission;
import dev.assay.domain.taxonomy.ClassSource;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AssayModelTest {

  /** Rounding of logarithms of numbers up to 1e21 and back. */
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-9);

  private final AssayModel model = AssayModel.withBundledTables();

  private static GrossValue gross(Valuation valuation) {
    return Objects.requireNonNull(valuation.grossValue(), "gross value");
  }

  /** A body of which mass and class are known. */
  private static SmallBody.Builder weighed(double kilograms, String type) {
    return Bodies.anAsteroid()
        .smassType(type)
        .gravitationalParameter(kilograms * MassEstimator.GRAVITATIONAL_CONSTANT);
  }

  /**
   * Orders of magnitude of SCIENCE.md 7.5, with its mass and class as input: the interval it calls
   * sane, and its own figure to 25 % (which is what the rounding of its input leaves for E and V).
   */
  @ParameterizedTest
  @CsvSource({
    "Itokawa, S, 3.5e10, 2.0e10, 1e9, 1e11",
    "Ryugu, C, 4.5e11, 1.4e11, 1e10, 1e12",
    "Bennu, B, 7.33e10, 2.5e10, 1e9, 1e11",
    "Nereus, Xe, 4.9e10, 1.3e9, 1e8, 1e11",
    "Didymos, S, 5.4e11, 3.1e11, 1e10, 2e12",
    "Apophis, S, 5.6e10, 3.2e10, 1e9, 2e11",
    "1986 DA, M, 2.5e13, 7.3e13, 1e12, 1e15",
    "Eros, S, 6.69e15, 3.9e15, 1e14, 1e17",
    "Psyche, M, 2.35e19, 6.7e19, 1e18, 1e21",
    "Vesta, V, 2.59e20, 5.9e18, 1e17, 1e20",
    "Ceres, C, 9.38e20, 3.0e20, 1e19, 1e22",
  })
  void value_famousBodies_isOfTheExpectedMagnitude(
      String name, String type, double kilograms, double listed, double lowest, double highest) {
    double usd = gross(model.value(weighed(kilograms, type).build())).usd();

    assertThat(usd).as(name).isBetween(lowest, highest);
    assertThat(usd).as(name).isCloseTo(listed, Percentage.withPercentage(25));
  }

  /** X is resolved into E, M and P as in its zone, so its value is not the 1.2 USD/kg of X. */
  @Test
  void value_1989Ml_isOfTheExpectedMagnitude() {
    SmallBody ml =
        SmallBody.builder("10302 (1989 ML)", OrbitalElements.of(1.272, 0.136, 4.4))
            .smassType("X")
            .gravitationalParameter(2e10 * MassEstimator.GRAVITATIONAL_CONSTANT)
            .build();

    assertThat(gross(model.value(ml)).usd()).isBetween(1e9, 1e11);
  }

  @ParameterizedTest
  @CsvSource({"C", "S", "M", "X", "CX"})
  void value_massKnown_isLinearInIt(String type) {
    double single = gross(model.value(weighed(1e12, type).build())).usd();
    double triple = gross(model.value(weighed(3e12, type).build())).usd();

    assertThat(triple).isCloseTo(3 * single, ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "0.01, 5", "20, 200"})
  void value_diameterKnown_growsWithItsCube(double kilometres, double larger) {
    SmallBody.Builder body = Bodies.anAsteroid();

    double small = gross(model.value(body.diameter(kilometres).build())).usd();
    double large = gross(model.value(body.diameter(larger).build())).usd();

    assertThat(large).isCloseTo(small * Math.pow(larger / kilometres, 3), ROUNDING);
  }

  @Test
  void value_unknownClass_isTheMeanOverTheClassesItMayHave() {
    Valuation untyped = model.value(Bodies.onlyHInMainBelt());
    ClassWeights weights = Objects.requireNonNull(untyped.classification()).weights();

    double mean = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (SpectralClass spectralClass : weights.possible()) {
      double usd =
          gross(
                  model.value(
                      SmallBody.builder("(2011 CD2)", Bodies.onlyHInMainBelt().orbit())
                          .absoluteMagnitude(15)
                          .smassType(spectralClass.code())
                          .build()))
              .usd();
      mean += weights.of(spectralClass) * usd;
      least = Math.min(least, usd);
      most = Math.max(most, usd);
    }

    // The typed bodies follow the same table, except that the size limit is applied one by one.
    assertThat(gross(untyped).usd()).isBetween(least, most);
    assertThat(gross(untyped).usd()).isCloseTo(mean, ROUNDING);
  }

  static Stream<Arguments> everyBody() {
    return Stream.<Supplier<SmallBody>>of(
            Bodies::ceres,
            Bodies::vesta,
            Bodies::psyche,
            Bodies::eros,
            Bodies::bennu,
            Bodies::ryugu,
            Bodies::apophis,
            Bodies::hektor,
            Bodies::halley,
            Bodies::parabolicComet,
            Bodies::oumuamua,
            Bodies::onlyH,
            Bodies::onlyHInMainBelt,
            Bodies::onlyOrbit)
        .map(Supplier::get)
        .map(body -> Arguments.argumentSet(body.identity().fullName(), body));
  }

  @ParameterizedTest
  @MethodSource("everyBody")
  void value_twice_isTheSame(SmallBody body) {
    AssayModel another = AssayModel.withBundledTables();

    assertThat(model.value(body)).isEqualTo(model.value(body));
    assertThat(another.value(body).grossValue()).isEqualTo(model.value(body).grossValue());
    assertThat(another.value(body).mass()).isEqualTo(model.value(body).mass());
    assertThat(another.value(body).diameter()).isEqualTo(model.value(body).diameter());
  }

  @ParameterizedTest
  @MethodSource("everyBody")
  void value_namedBodies_isConsistent(SmallBody body) {
    Valuation valuation = model.value(body);

    assertThat(valuation.model()).isEqualTo("assay").isEqualTo(model.name());
    assertThat(valuation.profitUsd() != null)
        .isEqualTo(valuation.mission() instanceof Mission mission && mission.costUsd() > 0);
    assertThat(valuation.mass() == null).isEqualTo(valuation.grossValue() == null);
    assertThat(valuation.accessibility() == null).isEqualTo(valuation.deltaV() instanceof NoDeltaV);
    GrossValue gross = valuation.grossValue();
    if (gross != null) {
      assertThat(gross.usd()).isPositive().isFinite();
      assertThat(gross.lowUsd()).isPositive().isLessThan(gross.highUsd());
      assertThat(gross.highUsd()).isFinite();
    }
  }

  @Test
  void value_onlyOrbit_leavesSizeMassAndValueUnknown() {
    Valuation valuation = model.value(Bodies.onlyOrbit());

    assertThat(valuation.diameter()).isNull();
    assertThat(valuation.mass()).isNull();
    assertThat(valuation.grossValue()).isNull();
    assertThat(valuation.deltaV()).isInstanceOf(RendezvousDeltaV.class);
    assertThat(Objects.requireNonNull(valuation.classification()).source())
        .isEqualTo(ClassSource.ZONE);
  }

  @Test
  void value_onlyLiteratureMass_isEnoughForAValue() {
    CombinedMass literature = CombinedMass.of(List.of(new MassMeasurement(1e18, 1e17)));

    Valuation valuation = model.value(Bodies.onlyOrbit(), literature);

    assertThat(valuation.diameter()).isNull();
    assertThat(gross(valuation).usd()).isPositive();
    assertThat(Objects.requireNonNull(valuation.mass()).median().kilograms())
        .isCloseTo(1e18, ROUNDING);
  }

  @Test
  void value_unboundBody_hasAValueButCannotBeReached() {
    Valuation oumuamua = model.value(Bodies.oumuamua());

    assertThat(oumuamua.deltaV()).isInstanceOf(NoDeltaV.class);
    assertThat(oumuamua.accessibility()).isNull();
    assertThat(gross(oumuamua).usd()).isPositive();
  }

  @Test
  void value_exactMassAndClass_hasAnIntervalAroundTheValue() {
    GrossValue eros = gross(model.value(Bodies.eros()));

    assertThat(eros.usd()).isBetween(eros.lowUsd(), eros.highUsd());
    // Prices exact, GM to 5 %: the width is that of the S composition.
    assertThat(eros.highUsd() / eros.lowUsd()).isBetween(1.2, 2.5);
  }

  /** Smallest values in the ranges that a catalogue may hold, and largest: nothing overflows. */
  @ParameterizedTest
  @CsvSource({
    "-5, 1e-6, 20000, 20000",
    "50, 1, 1e-6, 20000",
    "50, 1, 1e-6, 1e-9",
    "22, 0.14, 0.14, 0",
  })
  void value_extremeButPossibleInput_staysFinite(
      double magnitude, double albedo, double kilometres, double sigma) {
    SmallBody.Builder photometric = Bodies.anAsteroid().absoluteMagnitude(magnitude).albedo(albedo);
    SmallBody.Builder measured =
        Bodies.anAsteroid().diameter(new MeasuredDiameter(kilometres, sigma));

    for (SmallBody body : List.of(photometric.build(), measured.build())) {
      assertThat(gross(model.value(body)).usd()).isPositive().isFinite();
      assertThat(gross(model.value(body)).highUsd()).isFinite();
    }
  }

  /** A(dv) of SCIENCE.md 7.4 (G). */
  @ParameterizedTest
  @CsvSource({"4.5, 0.838", "5, 0.748", "6.65, 0.514", "8, 0.378", "10, 0.240"})
  void accessibility_listedDeltaV_isReproduced(double deltaV, double expected) {
    assertThat(Accessibility.of(new DeltaV(deltaV))).isCloseTo(expected, within(0.001));
  }

  @Test
  void accessibility_earthsOwnOrbit_isOne() {
    SmallBody best = SmallBody.builder("(2020 AA)", OrbitalElements.of(1, 0, 0)).build();

    assertThat(model.value(best).accessibility()).isEqualTo(1.0);
  }
}
