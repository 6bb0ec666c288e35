package dev.assay.domain.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrbitalElementsTest {

  @Property
  void of_anyEllipse_hasPerihelionAndAphelionAroundItsAxis(
      @ForAll @DoubleRange(min = 0.1, max = 1000) @Scale(6) double a,
      @ForAll @DoubleRange(min = 0, max = 0.999) @Scale(6) double e) {
    OrbitalElements orbit = OrbitalElements.of(a, e, 5);

    assertThat(orbit.perihelionAu()).isLessThanOrEqualTo(a);
    assertThat(orbit.aphelionAu()).isGreaterThanOrEqualTo(a);
    assertThat((orbit.perihelionAu() + orbit.aphelionAu()) / 2)
        .isCloseTo(a, Percentage.withPercentage(1e-10));
    assertThat(orbit.isElliptic()).isTrue();
  }

  @Property
  void ofPerihelion_anyOrbit_isTheInverseOfOf(
      @ForAll @DoubleRange(min = 0.01, max = 100) @Scale(6) double q,
      @ForAll @DoubleRange(min = 0, max = 5) @Scale(3) double e) {
    OrbitalElements orbit = OrbitalElements.ofPerihelion(q, e, 5);

    assertThat(orbit.perihelionAu()).isEqualTo(q);
    if (e == 1) {
      assertThat(orbit.semiMajorAxisAu()).isInfinite();
    } else {
      assertThat(OrbitalElements.of(orbit.semiMajorAxisAu(), e, 5).perihelionAu())
          .isCloseTo(q, Percentage.withPercentage(1e-10));
    }
  }

  @Test
  void ofPerihelion_hyperbola_hasNegativeAxisAndNoAphelion() {
    OrbitalElements oumuamua = OrbitalElements.ofPerihelion(0.2559, 1.2011, 122.74);

    assertThat(oumuamua.semiMajorAxisAu()).isCloseTo(-1.2725, within(0.0005));
    assertThat(oumuamua.aphelionAu()).isInfinite();
    assertThat(oumuamua.isElliptic()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2, -0.1, 5, 1, eccentricity",
    "2, NaN, 5, 1, eccentricity",
    "2, Infinity, 5, 1, eccentricity",
    "2, 0.5, -1, 1, inclination",
    "2, 0.5, 180.1, 1, inclination",
    "2, 0.5, NaN, 1, inclination",
    "2, 0.5, 5, 0, perihelion",
    "2, 0.5, 5, -1, perihelion",
    "2, 0.5, 5, NaN, perihelion",
    "2, 0.5, 5, Infinity, perihelion",
    "0, 0.5, 5, 1, semi-major axis",
    "-2, 0.5, 5, 1, semi-major axis",
    "NaN, 0.5, 5, 1, semi-major axis",
    "Infinity, 0.5, 5, 1, semi-major axis",
    "2, 1.5, 5, 1, semi-major axis",
    "NaN, 1.5, 5, 1, semi-major axis",
    "2, 1, 5, 1, semi-major axis",
    "NaN, 1, 5, 1, semi-major axis",
  })
  void new_valueOutOfRange_isNamed(double a, double e, double i, double q, String what) {
    assertThatThrownBy(() -> new OrbitalElements(a, e, i, q))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(what)
        .hasMessageContaining("is out of range: ");
  }
}
