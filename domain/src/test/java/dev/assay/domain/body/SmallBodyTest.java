package dev.assay.domain.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.domain.Bodies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallBodyTest {

  private static SmallBody.Builder on(double a, double e) {
    return SmallBody.builder("(2011 CD2)", OrbitalElements.of(a, e, 5));
  }

  @Test
  void build_onlyOrbit_leavesTheRestUnknown() {
    SmallBody body = on(2.5, 0.1).build();

    assertThat(body.absoluteMagnitude()).isNull();
    assertThat(body.diameter()).isNull();
    assertThat(body.albedo()).isNull();
    assertThat(body.gravitationalParameter()).isNull();
    assertThat(body.moidAu()).isNull();
    assertThat(body.smassType()).isNull();
    assertThat(body.tholenType()).isNull();
    assertThat(body.potentiallyHazardous()).isNull();
    assertThat(body.nearEarth()).isFalse();
    assertThat(body.orbitClass()).isEqualTo(new OrbitClass("MBA"));
    assertThat(body.isComet()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1.2999, 0, true", "1.3, 0, false", "2.6, 0.51, true", "2.6, 0.49, false"})
  void build_nearEarthNotStated_followsFromPerihelion(double a, double e, boolean expected) {
    assertThat(on(a, e).build().nearEarth()).isEqualTo(expected);
  }

  @Test
  void build_flagsStated_areKeptAgainstTheirDefinitions() {
    SmallBody body =
        on(1.2, 0)
            .nearEarth(false)
            .moid(0.01)
            .absoluteMagnitude(20)
            .potentiallyHazardous(false)
            .orbitClass(new OrbitClass("AST"))
            .build();

    assertThat(body.nearEarth()).isFalse();
    assertThat(body.potentiallyHazardous()).isFalse();
    assertThat(body.orbitClass().code()).isEqualTo("AST");
  }

  /** JPL: potentially hazardous within 0.05 au and with H of 22.0 or brighter. */
  @ParameterizedTest
  @CsvSource({
    "0.05, 22.0, true",
    "0.0501, 22.0, false",
    "0.05, 22.01, false",
    "0.01, , ",
    ", 20, ",
  })
  void build_hazardNotStated_followsFromMoidAndMagnitude(
      Double moid, Double magnitude, Boolean expected) {
    SmallBody.Builder builder = on(1.2, 0.1);
    if (moid != null) {
      builder.moid(moid);
    }
    if (magnitude != null) {
      builder.absoluteMagnitude(magnitude);
    }

    assertThat(builder.build().potentiallyHazardous()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.0001, Double.NaN})
  void build_impossibleAlbedo_isRefused(double albedo) {
    assertThatThrownBy(() -> on(2.5, 0.1).albedo(albedo).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("albedo")
        .hasMessageContaining(String.valueOf(albedo));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void build_impossibleMoid_isRefused(double moid) {
    assertThatThrownBy(() -> on(2.5, 0.1).moid(moid).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MOID");
  }

  @ParameterizedTest
  @CsvSource({"-5.1, ", "50.1, ", "NaN, ", "20, -0.1", "20, 20.1", "20, NaN"})
  void absoluteMagnitude_outOfRange_isRefused(double magnitude, Double sigma) {
    assertThatThrownBy(() -> new AbsoluteMagnitude(magnitude, sigma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("H");
  }

  @ParameterizedTest
  @CsvSource({"0, ", "-1, ", "20001, ", "NaN, ", "10, -1", "10, 20001", "10, NaN"})
  void measuredDiameter_outOfRange_isRefused(double kilometres, Double sigma) {
    assertThatThrownBy(() -> new MeasuredDiameter(kilometres, sigma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20000 km");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 2001, Double.NaN, Double.POSITIVE_INFINITY})
  void gravitationalParameter_outOfRange_isRefused(double km3PerS2) {
    assertThatThrownBy(() -> new GravitationalParameter(km3PerS2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("GM");
  }

  @Test
  void bodies_realOnes_haveTheClassesThatJplGivesThem() {
    assertThat(Bodies.bennu().potentiallyHazardous()).isTrue();
    assertThat(Bodies.apophis().orbitClass().code()).isEqualTo("ATE");
    assertThat(Bodies.ryugu().orbitClass().code()).isEqualTo("APO");
    assertThat(Bodies.hektor().orbitClass().code()).isEqualTo("TJN");
    assertThat(Bodies.vesta().orbitClass().code()).isEqualTo("MBA");
    assertThat(Bodies.eros().identity().designation().value()).isEqualTo("433");
    assertThat(Bodies.halley().identity().name()).isEqualTo("Halley");
  }
}
