package dev.assay.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogNormalTest {

  private static final Percentage ROUNDING = Percentage.withPercentage(1e-11);

  @Property
  void times_anyTwo_multipliesMediansAndAddsVariances(
      @ForAll @DoubleRange(min = 0.001, max = 1e6) @Scale(3) double first,
      @ForAll @DoubleRange(min = 0.001, max = 1e6) @Scale(3) double second,
      @ForAll @DoubleRange(min = 0, max = 2) @Scale(6) double sigma1,
      @ForAll @DoubleRange(min = 0, max = 2) @Scale(6) double sigma2) {
    LogNormal product = LogNormal.ofMedian(first, sigma1).times(LogNormal.ofMedian(second, sigma2));

    assertThat(product.median()).isCloseTo(first * second, ROUNDING);
    assertThat(product.sigmaLn()).isCloseTo(Math.hypot(sigma1, sigma2), within(1e-12));
  }

  @Test
  void times_certainlyZero_isCertainlyZero() {
    LogNormal zero = LogNormal.ofMedian(0, 0);

    assertThat(zero.times(LogNormal.ofMedian(1e20, 0.5)).median()).isZero();
    assertThat(zero.median()).isZero();
  }

  /** A log-normal with the relative scatter s/m of its mean has var(ln x) = ln(1 + (s/m)^2). */
  @ParameterizedTest
  @CsvSource({"100, 1", "100, 30", "100, 100", "2.45, 4.6"})
  void ofMeasurement_relativeError_isThatOfTheDistribution(double median, double sigma) {
    LogNormal measured = LogNormal.ofMeasurement(median, sigma);
    LogNormalDistribution oracle = new LogNormalDistribution(measured.mu(), measured.sigmaLn());

    assertThat(measured.median()).isCloseTo(median, ROUNDING);
    double scatter = Math.sqrt(oracle.getNumericalVariance()) / oracle.getNumericalMean();
    assertThat(scatter).isCloseTo(sigma / median, within(1e-9));
  }

  @Property
  void logDensityOfLn_anyPoint_isTheNormalDensityUpToItsConstant(
      @ForAll @DoubleRange(min = -10, max = 10) @Scale(6) double x,
      @ForAll @DoubleRange(min = -10, max = 10) @Scale(6) double mu,
      @ForAll @DoubleRange(min = 0.01, max = 5) @Scale(6) double sigma) {
    double z = (x - mu) / sigma;

    assertThat(new LogNormal(mu, sigma).logDensityOfLn(x))
        .isCloseTo(-z * z / 2 - Math.log(sigma), within(1e-9 * (1 + z * z)));
  }

  @ParameterizedTest
  @CsvSource({"NaN, 0.1", "Infinity, 0.1", "0, -0.1", "0, NaN", "0, Infinity"})
  void new_impossibleParameters_areRefused(double mu, double sigmaLn) {
    assertThatThrownBy(() -> new LogNormal(mu, sigmaLn))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".*(mu|sigmaLn) must be .*");
  }
}
