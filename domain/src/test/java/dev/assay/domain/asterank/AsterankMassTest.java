package dev.assay.domain.asterank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.Bodies;
import dev.assay.domain.body.OrbitalElements;
import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.size.Diameter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsterankMassTest {

  private static SmallBody.Builder nothingKnown() {
    return SmallBody.builder("12345 Example (2001 AB12)", OrbitalElements.of(2.5, 0.1, 5));
  }

  private static Estimate<Diameter> diameter(SmallBody.Builder body) {
    return Objects.requireNonNull(AsterankMass.diameter(body.build()));
  }

  private static Estimate<Mass> mass(SmallBody.Builder body, String spec) {
    SmallBody built = body.build();
    return AsterankMass.mass(built, spec, AsterankMass.diameter(built));
  }

  @Test
  void diameter_onlyH_takesAnAlbedoOfFifteenHundredths() {
    Estimate<Diameter> diameter = diameter(nothingKnown().absoluteMagnitude(15));

    assertThat(diameter.median().kilometres()).isCloseTo(1.329 / Math.sqrt(0.15), within(1e-12));
    assertThat(diameter.provenance().code()).isEqualTo("asterank-default-albedo");
  }

  @Test
  void diameter_albedoMeasured_isUsed() {
    Estimate<Diameter> diameter = diameter(nothingKnown().absoluteMagnitude(15).albedo(0.04));

    assertThat(diameter.median().kilometres()).isCloseTo(1.329 / 0.2, within(1e-12));
    assertThat(diameter.provenance().code()).isEqualTo("h-albedo");
  }

  @Test
  void diameter_measured_goesFirst() {
    Estimate<Diameter> diameter =
        diameter(nothingKnown().absoluteMagnitude(15).albedo(0.04).diameter(7));

    assertThat(diameter.median().kilometres()).isEqualTo(7);
    assertThat(diameter.provenance().code()).isEqualTo("measured");
  }

  @Test
  void diameter_nothingKnown_isNull() {
    assertThat(AsterankMass.diameter(Bodies.onlyOrbit())).isNull();
  }

  @ParameterizedTest
  @CsvSource({"C, 1.38", "M, 5.32", "X, 2"})
  void mass_diameterKnown_isHundredAndTwentyFiveTimesTheSphere(String spec, double density) {
    Estimate<Mass> mass = mass(nothingKnown().diameter(1.7), spec);

    double sphere = 4.0 / 3 * Math.PI * Math.pow(1.7 / 2, 3) * density * 1e12;
    assertThat(mass.median().kilograms() / sphere).isCloseTo(125, within(1e-11));
    assertThat(mass.provenance().code()).isEqualTo("asterank-diameter-density");
  }

  @ParameterizedTest
  @CsvSource({
    "1.38, C Ch Cg Cgh Cb D P T B G F",
    "2.71, S Sa Sq Sr Sk Sl S(IV) K Q V R A",
    "5.32, M",
    "2, X Xc Xe Xk L Ld O E U ?"
  })
  void density_type_followsItsFirstLetter(double expected, String specs) {
    for (String spec : specs.split(" ")) {
      assertThat(AsterankMass.density(spec)).as(spec).isEqualTo(expected);
    }
  }

  @Test
  void mass_gmKnown_ignoresDiameterAndType() {
    Estimate<Mass> mass = mass(nothingKnown().gravitationalParameter(6.673e-20).diameter(3), "M");

    assertThat(mass.median().kilograms()).isCloseTo(1, within(1e-15));
    assertThat(mass.provenance().code()).isEqualTo("asterank-gm");
  }

  @ParameterizedTest
  @CsvSource({"0.0667299, 9.9999850e17", "0.0667301, 1.00000150e12", "62.6284, 9.3853439e14"})
  void mass_gmOfALargeBody_countsOnlyAMillionth(double gm, double kilograms) {
    Estimate<Mass> mass = mass(nothingKnown().gravitationalParameter(gm), "C");

    assertThat(mass.median().kilograms() / kilograms).isCloseTo(1, within(1e-8));
  }

  @Test
  void mass_largeDiameter_isNotPenalised() {
    Estimate<Mass> mass = mass(nothingKnown().diameter(1000), "C");

    assertThat(mass.median().kilograms()).isGreaterThan(1e18);
  }

  @Test
  void mass_nothingKnown_isTheMeanOfWhatAsterankDraws() {
    Estimate<Mass> mass = mass(nothingKnown(), "C");

    assertThat(mass.median().kilograms()).isEqualTo(1.47e15);
    assertThat(mass.provenance().code()).isEqualTo("asterank-default-mass");
  }
}
