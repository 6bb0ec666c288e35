package dev.assay.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class SaturationTest {

  /** Hein et al. 2020: world supply (kg per year) and price (US dollars per kg) of platinum. */
  private static final double SUPPLY = 254_582;

  private static final double PRICE = 40_449;

  private static final Saturation HEIN = new Saturation(-0.55);

  private static double revenue(double kilograms) {
    return PRICE * kilograms * HEIN.share(kilograms / SUPPLY);
  }

  @Test
  void share_largestRevenue_asTabulated() {
    assertThat(HEIN.largestRatio()).isCloseTo(1.222, within(0.001));
    assertThat(revenue(HEIN.largestRatio() * SUPPLY)).isCloseTo(2.95e9, within(1e7));
    assertThat(revenue(HEIN.largestRatio() * SUPPLY) / (PRICE * SUPPLY))
        .isCloseTo(0.2862, within(0.0001));
  }

  @Property
  void share_anyAmount_isBounded(
      @ForAll @DoubleRange(min = -12, max = 12) double lnKilograms,
      @ForAll @DoubleRange(min = -3, max = -0.05) double elasticity) {
    double ratio = Math.exp(lnKilograms);
    Saturation saturation = new Saturation(elasticity);

    assertThat(saturation.share(ratio)).isBetween(0.0, 1.0);
    double most = saturation.largestRatio();
    if (Double.isFinite(most)) {
      assertThat(ratio * saturation.share(ratio))
          .isLessThanOrEqualTo(most * saturation.share(most) * (1 + 1e-12));
    }
  }

  @Property
  void share_moreSold_neverEarnsLess(
      @ForAll @DoubleRange(min = 0, max = 1e6) double kilograms,
      @ForAll @DoubleRange(min = 0, max = 1e6) double more) {
    assertThat(revenue(kilograms + more)).isGreaterThanOrEqualTo(revenue(kilograms) * (1 - 1e-12));
  }

  @Property
  void share_smallAmount_isThePower(
      @ForAll @Scale(12) @DoubleRange(min = 0, max = 2e-5) double ratio) {
    assertThat(HEIN.share(ratio)).isCloseTo(Math.pow(1 + ratio, 1 / -0.55), within(1e-13));
  }

  @Property
  void basket_smallAmount_isTheSumOverItsMetals(
      @ForAll @DoubleRange(min = 0, max = 20) double kilograms) {
    double[] prices = {30_000, 20_000, 5_000};
    double[] ratios = {1e-6, 2e-6, 0};
    Basket basket = new Basket(prices, ratios, 0, 1000, HEIN);
    double sum = -1000;
    for (int k = 0; k < prices.length; k++) {
      sum += prices[k] * Math.pow(1 + ratios[k] * kilograms, 1 / -0.55);
    }

    assertThat(basket.usd(kilograms)).isCloseTo(kilograms * sum, within(1e-6));
    assertThat(basket.usdPerKg()).isEqualTo(54_000);
  }

  @Test
  void basket_worthMoreInSpace_isUsedThere() {
    Basket basket = new Basket(new double[] {2}, new double[] {1e-3}, 7000, 0, HEIN);

    assertThat(basket.usd(1e6)).isEqualTo(7e9);
  }

  @Test
  void basket_notWorthBringingDown_isWorthNothing() {
    Basket basket = new Basket(new double[] {12_860}, new double[] {1e-3}, 0, 25_400, HEIN);

    assertThat(basket.usdPerKg()).isZero();
    assertThat(basket.usd(5)).isZero();
  }
}
