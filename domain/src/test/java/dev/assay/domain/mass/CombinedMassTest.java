package dev.assay.domain.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.SharedData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinedMassTest {

  /** Rounding of sums of up to 20 terms. */
  private static final Percentage ROUNDING = Percentage.withPercentage(1e-10);

  private static final Pattern MEASUREMENT =
      Pattern.compile("\\s*(.*?)\\s+(\\S+E\\S+)\\s+(\\S+E\\S+)\\s*");

  private static MassMeasurement mass(double kilograms, double sigma) {
    return new MassMeasurement(kilograms, sigma);
  }

  @Test
  void of_threeMeasurements_isTheTextbookResult() {
    CombinedMass combined = CombinedMass.of(List.of(mass(10, 1), mass(14, 1), mass(12, 2)));

    // weights 1, 1, 1/4: mean 27/2.25, chi squared 4 + 4 + 0
    assertThat(combined.kilograms()).isCloseTo(12, ROUNDING);
    assertThat(combined.internalSigma()).isCloseTo(2.0 / 3, ROUNDING);
    assertThat(combined.reducedChiSquared()).isCloseTo(4, ROUNDING);
    assertThat(combined.externalSigma()).isCloseTo(4.0 / 3, ROUNDING);
    assertThat(combined.scatter()).isCloseTo(Math.sqrt(8 / 2.25), ROUNDING);
    assertThat(combined.sigmaKilograms()).isCloseTo(Math.sqrt(8 / 2.25), ROUNDING);
    assertThat(combined.count()).isEqualTo(3);
  }

  @Test
  void of_twoMeasurements_isAtLeastTenPercentUncertain() {
    CombinedMass combined = CombinedMass.of(List.of(mass(10, 1), mass(12, 2)));

    assertThat(combined.kilograms()).isCloseTo(10.4, ROUNDING);
    assertThat(combined.reducedChiSquared()).isCloseTo(0.8, ROUNDING);
    assertThat(combined.externalSigma()).isCloseTo(1 / Math.sqrt(1.25), ROUNDING);
    assertThat(combined.scatter()).isCloseTo(0.8, ROUNDING);
    assertThat(combined.sigmaKilograms()).isCloseTo(1.04, ROUNDING);
  }

  @ParameterizedTest
  @CsvSource({"1, 10", "10, 10", "30, 30", "200, 200"})
  void of_singleMeasurement_hasItsErrorButAtLeastTenPercent(double sigma, double expected) {
    CombinedMass combined = CombinedMass.of(List.of(mass(100, sigma)));

    assertThat(combined.kilograms()).isCloseTo(100, ROUNDING);
    assertThat(combined.sigmaKilograms()).isCloseTo(expected, ROUNDING);
    assertThat(combined.scatter()).isZero();
    assertThat(combined.reducedChiSquared()).isZero();
  }

  @Test
  void of_nothing_isRefused() {
    assertThatThrownBy(() -> CombinedMass.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no measurement to combine");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "NaN, 1", "Infinity, 1", "1, 0", "1, -1", "1, NaN", "1, Infinity"})
  void measurement_notPositiveAndFinite_isRefused(double kilograms, double sigma) {
    assertThatThrownBy(() -> mass(kilograms, sigma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive and finite");
  }

  /**
   * The table of SCIENCE.md 4.2, to half of the last digit printed there; the mean of Ceres,
   * 9.4635e20 with five digits, is 9.463e20 with four.
   */
  @ParameterizedTest
  @CsvSource({
    "1 Ceres, 20, 9.463e20, 5e17, 8e17, 3.6e18, 2.5",
    "2 Pallas, 17, 2.040e20, 2e17, 2e17, 9e17, 1.3",
    "3 Juno, 12, 2.806e19, 4e17, 8e17, 2.8e18, 3.7",
    "4 Vesta, 24, 2.627e20, 1e17, 9e17, 4.4e18, 51",
    "10 Hygiea, 12, 8.66e19, 8e17, 1.1e18, 3.7e18, 1.9",
    "15 Eunomia, 13, 3.168e19, 2e17, 2e17, 8e17, 1.4",
    "16 Psyche, 15, 2.709e19, 4e17, 1.7e18, 6.2e18, 19",
    "52 Europa, 15, 2.28e19, 6e17, 1.3e18, 5.0e18, 4.4",
  })
  void of_carrysMeasurements_reproducesTheTable(
      String body,
      int count,
      BigDecimal mean,
      BigDecimal internal,
      BigDecimal external,
      BigDecimal scatter,
      BigDecimal reducedChiSquared) {
    CombinedMass combined = CombinedMass.of(measurementsOf(body));

    assertThat(combined.count()).isEqualTo(count);
    assertPrintedAs(combined.kilograms(), mean);
    assertPrintedAs(combined.internalSigma(), internal);
    assertPrintedAs(combined.externalSigma(), external);
    assertPrintedAs(combined.scatter(), scatter);
    assertPrintedAs(combined.reducedChiSquared(), reducedChiSquared);
    assertThat(combined.sigmaKilograms())
        .isEqualTo(Math.max(combined.externalSigma(), combined.scatter()));
  }

  private static List<MassMeasurement> measurementsOf(String body) {
    return SharedData.lines("masses/masses.txt").stream()
        .map(MEASUREMENT::matcher)
        .filter(Matcher::matches)
        .filter(match -> match.group(1).equals(body))
        .map(match -> mass(Double.parseDouble(match.group(2)), Double.parseDouble(match.group(3))))
        .toList();
  }

  private static void assertPrintedAs(double actual, BigDecimal printed) {
    assertThat(actual)
        .isCloseTo(printed.doubleValue(), within(printed.ulp().doubleValue() / 2 * 1.000001));
  }

  @Provide
  Arbitrary<List<MassMeasurement>> measurements() {
    return measurement().list().ofMinSize(1).ofMaxSize(20);
  }

  private static Arbitrary<MassMeasurement> measurement() {
    return Combinators.combine(decimals(18, 20), decimals(-3, 1))
        .as(
            (logMass, logRelativeError) -> {
              double kilograms = Math.pow(10, logMass);
              return mass(kilograms, kilograms * Math.pow(10, logRelativeError));
            });
  }

  private static Arbitrary<Double> decimals(double low, double high) {
    return Arbitraries.doubles().between(low, high).ofScale(6);
  }

  @Property
  void of_anyMeasurements_liesBetweenTheExtremesAndIsNoLessCertainThanTheBest(
      @ForAll("measurements") List<MassMeasurement> measurements) {
    CombinedMass combined = CombinedMass.of(measurements);

    assertThat(combined.kilograms())
        .isBetween(
            smallest(measurements.stream().map(MassMeasurement::kilograms).toList()) * (1 - 1e-12),
            largest(measurements.stream().map(MassMeasurement::kilograms).toList()) * (1 + 1e-12));
    assertThat(combined.internalSigma())
        .isLessThanOrEqualTo(
            smallest(measurements.stream().map(MassMeasurement::sigmaKilograms).toList())
                * (1 + 1e-12));
    assertThat(combined.externalSigma()).isGreaterThanOrEqualTo(combined.internalSigma());
    assertThat(combined.sigmaKilograms())
        .isGreaterThanOrEqualTo(combined.externalSigma())
        .isGreaterThanOrEqualTo(combined.scatter());
  }

  private static double smallest(List<Double> values) {
    return Collections.min(values);
  }

  private static double largest(List<Double> values) {
    return Collections.max(values);
  }

  @Property
  void of_anotherOrder_isTheSame(
      @ForAll("measurements") List<MassMeasurement> measurements, @ForAll Random random) {
    List<MassMeasurement> shuffled = new ArrayList<>(measurements);
    Collections.shuffle(shuffled, random);

    CombinedMass combined = CombinedMass.of(measurements);
    CombinedMass reordered = CombinedMass.of(shuffled);

    assertThat(reordered.kilograms()).isCloseTo(combined.kilograms(), ROUNDING);
    assertThat(reordered.sigmaKilograms())
        .isCloseTo(combined.sigmaKilograms(), Percentage.withPercentage(1e-6));
  }

  @Property
  void of_allErrorsScaled_keepsTheMeanAndScalesTheInternalError(
      @ForAll("measurements") List<MassMeasurement> measurements,
      @ForAll @DoubleRange(min = 0.01, max = 100) @Scale(4) double factor) {
    CombinedMass combined = CombinedMass.of(measurements);
    CombinedMass scaled =
        CombinedMass.of(
            measurements.stream()
                .map(m -> mass(m.kilograms(), m.sigmaKilograms() * factor))
                .toList());

    assertThat(scaled.kilograms()).isCloseTo(combined.kilograms(), ROUNDING);
    assertThat(scaled.internalSigma()).isCloseTo(combined.internalSigma() * factor, ROUNDING);
  }

  @Property
  void of_everythingTwice_keepsTheMeanAndDividesTheInternalErrorByRootTwo(
      @ForAll("measurements") List<MassMeasurement> measurements) {
    List<MassMeasurement> twice = new ArrayList<>(measurements);
    twice.addAll(measurements);

    CombinedMass combined = CombinedMass.of(measurements);
    CombinedMass doubled = CombinedMass.of(twice);

    assertThat(doubled.kilograms()).isCloseTo(combined.kilograms(), ROUNDING);
    assertThat(doubled.internalSigma())
        .isCloseTo(combined.internalSigma() / Math.sqrt(2), ROUNDING);
  }

  @Property
  void of_equalErrors_isTheArithmeticMean(@ForAll("measurements") List<MassMeasurement> any) {
    List<MassMeasurement> equal = any.stream().map(m -> mass(m.kilograms(), 1e18)).toList();
    double mean = equal.stream().mapToDouble(MassMeasurement::kilograms).average().orElseThrow();

    assertThat(CombinedMass.of(equal).kilograms()).isCloseTo(mean, ROUNDING);
  }

  @Property
  void of_identicalValues_doNotScatter(@ForAll("measurements") List<MassMeasurement> any) {
    double value = any.get(0).kilograms();
    List<MassMeasurement> same = any.stream().map(m -> mass(value, m.sigmaKilograms())).toList();

    CombinedMass combined = CombinedMass.of(same);

    // The mean is off by rounding only: (1e-15 / 1e-3)^2 per term.
    assertThat(combined.reducedChiSquared()).isCloseTo(0, within(1e-20));
    assertThat(combined.kilograms()).isCloseTo(value, ROUNDING);
  }
}
