package dev.assay.domain.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.domain.estimate.Provenance.Basis;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.value.GrossValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where no uncertainty is stated, none is made up. */
class UnstatedTest {

  private static final Provenance SOMEBODY =
      new Provenance(Basis.ASSUMED, "test", "made up", "this test");

  @Test
  void estimate_errorNotStated_hasNoInterval() {
    Estimate<Mass> estimate = new Estimate<>(new Mass(1000), Estimate.UNSTATED, SOMEBODY);

    assertThat(estimate.hasUncertainty()).isFalse();
    assertThatThrownBy(estimate::low).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(estimate::high).isInstanceOf(IllegalStateException.class);
    assertThat(estimate).isEqualTo(new Estimate<>(new Mass(1000), Double.NaN, SOMEBODY));
  }

  @Test
  void estimate_errorOfZero_isStated() {
    assertThat(new Estimate<>(new Mass(1000), 0, SOMEBODY).hasUncertainty()).isTrue();
  }

  @Test
  void grossValue_withoutInterval_hasNone() {
    assertThat(GrossValue.withoutInterval(5, SOMEBODY).hasInterval()).isFalse();
    assertThat(new GrossValue(5, 4, 7, SOMEBODY).hasInterval()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "5, NaN, 7",
    "5, 4, NaN",
    "NaN, NaN, NaN",
    "-1, NaN, NaN",
    "Infinity, NaN, NaN",
    "5, 7, 4",
    "5, -1, 4",
    "5, 4, Infinity"
  })
  void grossValue_halfAnIntervalOrNone_isRefused(double usd, double low, double high) {
    assertThatThrownBy(() -> new GrossValue(usd, low, high, SOMEBODY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
