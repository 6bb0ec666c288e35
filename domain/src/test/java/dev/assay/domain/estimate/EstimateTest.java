package dev.assay.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.mass.Mass;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {

  private static final Provenance ASSUMED =
      new Provenance(Basis.ASSUMED, "test", "made up", "this test");

  @Test
  void lowAndHigh_oneSigma_areTheFactorsOfTheLogarithmicError() {
    Estimate<Mass> estimate = new Estimate<>(new Mass(1000), Math.log(2), ASSUMED);

    assertThat(estimate.low().kilograms()).isCloseTo(500, within(1e-9));
    assertThat(estimate.high().kilograms()).isCloseTo(2000, within(1e-9));
  }

  @Property
  void lowAndHigh_anyError_encloseTheMedian(
      @ForAll @DoubleRange(min = 1, max = 1e22) double kilograms,
      @ForAll @DoubleRange(min = 0, max = 20) double sigmaLn) {
    Estimate<Mass> estimate = new Estimate<>(new Mass(kilograms), sigmaLn, ASSUMED);

    assertThat(estimate.low().kilograms()).isPositive().isLessThanOrEqualTo(kilograms);
    assertThat(estimate.high().kilograms()).isGreaterThanOrEqualTo(kilograms);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY})
  void new_impossibleError_isRefused(double sigmaLn) {
    assertThatThrownBy(() -> new Estimate<>(new Mass(1), sigmaLn, ASSUMED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(String.valueOf(sigmaLn));
  }
}
