package dev.assay.domain.mission;

/**
 * A good made of several metals in fixed shares, at one destination: it is used there in place of
 * something launched from Earth, or brought down and sold metal by metal, whichever pays more.
 */
final class Basket {

  private static final double SMALL = 1e-5;

  private final boolean broughtDown;
  private final double usdPerKg;

  private final double downCost;
  private final double[] prices;
  private final double[] ratiosPerKg;
  private final Saturation saturation;
  private final double exponent;
  private final double largestRatioPerKg;

  /** Sums of price x ratio^j over the metals, for the series of small sales. */
  private final double first;

  private final double second;
  private final double third;

  /**
   * A basket.
   *
   * @param pricesPerKg share times price of each metal on Earth (US dollars per kg of basket)
   * @param ratiosPerKg share of each metal times missions over its world supply (per kg)
   * @param inSpaceUsdPerKg what it replaces where it is used in space (US dollars per kg)
   * @param downCost bringing it down to Earth (US dollars per kg)
   * @param saturation the markets on Earth
   */
  Basket(
      double[] pricesPerKg,
      double[] ratiosPerKg,
      double inSpaceUsdPerKg,
      double downCost,
      Saturation saturation) {
    double onEarth = 0;
    double sumSecond = 0;
    double sumThird = 0;
    double largest = 0;
    for (int k = 0; k < pricesPerKg.length; k++) {
      onEarth += pricesPerKg[k];
      sumSecond += pricesPerKg[k] * ratiosPerKg[k];
      sumThird += pricesPerKg[k] * ratiosPerKg[k] * ratiosPerKg[k];
      largest = Math.max(largest, ratiosPerKg[k]);
    }
    this.broughtDown = onEarth - downCost > inSpaceUsdPerKg;
    this.usdPerKg = Math.max(0, Math.max(inSpaceUsdPerKg, onEarth - downCost));
    this.downCost = downCost;
    this.prices = pricesPerKg.clone();
    this.ratiosPerKg = ratiosPerKg.clone();
    this.saturation = saturation;
    this.exponent = saturation.exponent();
    this.largestRatioPerKg = largest;
    this.first = onEarth - downCost;
    this.second = sumSecond;
    this.third = sumThird;
  }

  /** The price of the first kilogram (US dollars per kg), 0 or more. */
  double usdPerKg() {
    return usdPerKg;
  }

  /** Whether any amount fetches at least as much as of the same basket elsewhere. */
  boolean earnsAtLeast(Basket other) {
    return usdPerKg >= other.usdPerKg && (!broughtDown || other.broughtDown);
  }

  /** What an amount (kg) fetches, with the markets on Earth giving way (US dollars). */
  double usd(double kilograms) {
    if (!broughtDown) {
      return usdPerKg * kilograms;
    }
    if (largestRatioPerKg * kilograms < SMALL) {
      return kilograms
          * (first + exponent * kilograms * (second + (exponent - 1) / 2 * kilograms * third));
    }
    double sum = 0;
    for (int k = 0; k < prices.length; k++) {
      sum += prices[k] * saturation.share(ratiosPerKg[k] * kilograms);
    }
    return Math.max(0, kilograms * (sum - downCost));
  }
}
