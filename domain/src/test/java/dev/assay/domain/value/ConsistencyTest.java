package dev.assay.domain.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.mass.CombinedMass;
import dev.assay.domain.mass.MassMeasurement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of which something does not fit together are flagged, and nothing else changes. */
class ConsistencyTest {

  private static final AssayModel MODEL = AssayModel.withBundledTables();

  /** GM (km3/s2) of a kilogram. */
  private static final double G = 6.67430e-20;

  private static Set<Flag> flags(SmallBody body) {
    return MODEL.value(body).flags();
  }

  static Stream<SmallBody> wellKnown() {
    return Stream.of(
        Bodies.ceres(),
        Bodies.vesta(),
        Bodies.psyche(),
        Bodies.eros(),
        Bodies.bennu(),
        Bodies.ryugu(),
        Bodies.apophis(),
        Bodies.onlyH(),
        Bodies.onlyOrbit());
  }

  @ParameterizedTest
  @MethodSource("wellKnown")
  void flags_wellKnownBody_hasNone(SmallBody body) {
    assertThat(flags(body)).isEmpty();
  }

  /** A sphere of 1 km has 5.236e8 m3. */
  @ParameterizedTest
  @CsvSource({"299, true", "301, false", "7990, false", "8010, true"})
  void flags_density_outsideItsBounds(double density, boolean flagged) {
    double kilograms = density * Math.PI / 6 * 1e9;
    SmallBody body =
        Bodies.anAsteroid()
            .absoluteMagnitude(17.3)
            .diameter(1.0)
            .gravitationalParameter(kilograms * G)
            .build();

    assertThat(flags(body).contains(Flag.DENSITY)).isEqualTo(flagged);
  }

  @Test
  void flags_density_ofPublishedMass_counts() {
    CombinedMass heavy = CombinedMass.of(List.of(new MassMeasurement(1e13, 1e12)));
    SmallBody body = Bodies.anAsteroid().absoluteMagnitude(17.3).diameter(1.0).build();

    assertThat(MODEL.value(body, heavy).flags()).containsExactly(Flag.DENSITY);
    assertThat(flags(body)).isEmpty();
  }

  /** At H = 17.75 and an albedo of 0.14 a body measures 1.0011 km. */
  @ParameterizedTest
  @CsvSource({"0.49, true", "0.51, false", "1, false", "1.99, false", "2.01, true"})
  void flags_diameter_apartFromThatOfHAndAlbedo(double kilometres, boolean flagged) {
    SmallBody body =
        Bodies.anAsteroid().absoluteMagnitude(17.75).albedo(0.14).diameter(kilometres).build();

    assertThat(flags(body).contains(Flag.DIAMETER)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource({"0.37, true", "0.38, false", "3.7, false", "3.8, true"})
  void flags_impliedAlbedo_thatNoSurfaceHas(double kilometres, boolean flagged) {
    SmallBody body = Bodies.anAsteroid().absoluteMagnitude(17.75).diameter(kilometres).build();

    assertThat(flags(body).contains(Flag.IMPLIED_ALBEDO)).isEqualTo(flagged);
  }

  @ParameterizedTest
  @CsvSource({
    "C, 0.05, false",
    "C, 0.4, true",
    "S, 0.24, false",
    "S, 0.03, true",
    "CX, 0.4, false"
  })
  void flags_albedo_unusualForItsType(String type, double albedo, boolean flagged) {
    SmallBody body = Bodies.anAsteroid().albedo(albedo).tholenType(type).build();

    assertThat(flags(body).contains(Flag.ALBEDO_OF_TYPE)).isEqualTo(flagged);
  }

  @Test
  void flags_massesThatDisagree() {
    SmallBody body =
        Bodies.anAsteroid().absoluteMagnitude(8).diameter(100).gravitationalParameter(0.1).build();
    double fromGm = 0.1 / G;
    CombinedMass close = CombinedMass.of(List.of(new MassMeasurement(1.1 * fromGm, 0.1 * fromGm)));
    CombinedMass far = CombinedMass.of(List.of(new MassMeasurement(3 * fromGm, 0.1 * fromGm)));

    assertThat(MODEL.value(body, close).flags()).isEmpty();
    assertThat(MODEL.value(body, far).flags()).containsExactly(Flag.MASSES);
  }

  /** The mass that follows from diameter and class is no evidence against the diameter. */
  @Property
  void flags_massFromDiameter_neverFlagsItsDensity(
      @ForAll @DoubleRange(min = 0.01, max = 1000) double kilometres) {
    assertThat(flags(Bodies.anAsteroid().diameter(kilometres).build()))
        .doesNotContain(Flag.DENSITY);
  }
}
