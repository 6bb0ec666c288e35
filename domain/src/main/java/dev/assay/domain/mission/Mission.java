package dev.assay.domain.mission;

import org.jspecify.annotations.Nullable;

/**
 * One reference mission: expectations over the classes that the body may have. Money is in US
 * dollars, present value at launch.
 *
 * @param destination where the goods fetch most; null if nothing can be brought to any place,
 *     because the mined water does not even suffice for the way back
 * @param years T, from launch to sale (years)
 * @param equipmentKg what arrives at the body besides the stage (kg)
 * @param minedKg rock mined (kg), at most the recoverable share of the body
 * @param returnKmPerSecond delta-v of the way back (km/s); to {@link Destination#CISLUNAR} if there
 *     is no destination
 * @param payloadKg goods delivered (kg), 0 or more
 * @param revenueUsd what they fetch, discounted, 0 or more
 * @param costUsd launch, development and operations, above 0
 */
public record Mission(
    @Nullable Destination destination,
    double years,
    double equipmentKg,
    double minedKg,
    double returnKmPerSecond,
    double payloadKg,
    double revenueUsd,
    double costUsd)
    implements MissionOutcome {

  /**
   * Net present value.
   *
   * @return revenue less cost; negative if the mission does not pay
   */
  public double netPresentValueUsd() {
    return revenueUsd - costUsd;
  }

  /**
   * The factor on all prices at the destination at which the mission would just pay.
   *
   * @return cost over revenue, above 0; null if there is no revenue
   */
  public @Nullable Double breakEvenPriceFactor() {
    double factor = costUsd / revenueUsd;
    return Double.isFinite(factor) ? (Double) factor : null;
  }

  @Override
  public String status() {
    return destination == null ? "nothing-returned" : "feasible";
  }
}
