package dev.assay.domain.mission;

/**
 * What can be loaded at a body of one class for one destination, per kilogram of rock mined.
 *
 * <p>Mined water W is propellant or cargo. Bringing a dry kilogram back burns c = w(R-1) of it,
 * with w the water for a kilogram of propellant and R the mass ratio; a kilogram of water as cargo
 * takes 1 + c. The empty stage comes first: without W &gt; c m<sub>dry</sub> nothing returns. What
 * is left is given to the good that earns most for the water it takes, then to the next: this
 * solves the linear programme exactly. With water alone the payload is (W - c m<sub>dry</sub>)/(1 +
 * c).
 *
 * @param water water won per kg of rock
 * @param metal iron-nickel alloy won per kg of rock
 * @param precious platinum group and gold won per kg of rock
 * @param waterUsd price of water at the destination (US dollars per kg)
 * @param metalGood the alloy at the destination
 * @param preciousGood the concentrate at the destination
 * @param arrivingShare what is left of the load after entry, above 0 up to 1
 */
record Hold(
    double water,
    double metal,
    double precious,
    double waterUsd,
    Basket metalGood,
    Basket preciousGood,
    double arrivingShare) {

  /** Sums what is delivered over the classes of a body. */
  static final class Delivery {
    private double kilograms;
    private double usd;

    double kilograms() {
      return kilograms;
    }

    double usd() {
      return usd;
    }
  }

  /**
   * Loads what pays most.
   *
   * @param mined rock (kg)
   * @param waterPerDryKg c (kg per kg)
   * @param dry empty stage (kg)
   * @param weight probability of this class
   * @param delivery where the weighted delivery is added
   */
  void load(double mined, double waterPerDryKg, double dry, double weight, Delivery delivery) {
    double left = mined * water - waterPerDryKg * dry;
    if (!(left > 0)) {
      return;
    }
    boolean preciousFirst = preciousGood.usdPerKg() >= metalGood.usdPerKg();
    double earlier =
        taken(preciousFirst ? preciousGood : metalGood, mined, left, waterPerDryKg, preciousFirst);
    left -= earlier * waterPerDryKg;
    double later =
        taken(preciousFirst ? metalGood : preciousGood, mined, left, waterPerDryKg, !preciousFirst);
    left = Math.max(0, left - later * waterPerDryKg);
    double asWater = left / (1 + waterPerDryKg);
    double share = arrivingShare;
    double earlierUsd = (preciousFirst ? preciousGood : metalGood).usd(earlier * share);
    double laterUsd = (preciousFirst ? metalGood : preciousGood).usd(later * share);
    delivery.kilograms += weight * share * (earlier + later + asWater);
    delivery.usd += weight * (earlierUsd + laterUsd + waterUsd * share * asWater);
  }

  /** More than a kilogram of rock can fetch (US dollars), 0 or more. */
  double usdPerKgOfRock() {
    double dry = metal * metalGood.usdPerKg() + precious * preciousGood.usdPerKg();
    return arrivingShare * (water * waterUsd + dry);
  }

  /** Whether every good fetches at least what it does for the other destination. */
  boolean earnsAtLeast(Hold other) {
    return waterUsd >= other.waterUsd
        && arrivingShare >= other.arrivingShare
        && metalGood.earnsAtLeast(other.metalGood)
        && preciousGood.earnsAtLeast(other.preciousGood);
  }

  private double taken(
      Basket good, double mined, double left, double waterPerDryKg, boolean isPrecious) {
    double price = good.usdPerKg();
    if (price <= 0 || price * (1 + waterPerDryKg) <= waterUsd * waterPerDryKg) {
      return 0;
    }
    double there = mined * (isPrecious ? precious : metal);
    return there * waterPerDryKg <= left ? there : left / waterPerDryKg;
  }
}
