package dev.assay.domain.mission;

import dev.assay.domain.mission.MissionParameters.Costs;

/**
 * Costs of a mission, and what later money is worth at launch. Present values are continuous: what
 * is paid at a constant rate over T years is worth (1 - (1+r)<sup>-T</sup>)/ln(1+r) yearly rates,
 * and T without interest.
 */
final class Budget {

  private final Costs costs;

  /** n^log2(learning rate): what each of n like missions costs, over what the first costs. */
  private final double learning;

  private final double force;

  Budget(Costs costs) {
    this.costs = costs;
    this.learning = Math.pow(costs.missions(), Math.log(costs.learningRate()) / Math.log(2));
    this.force = Math.log1p(costs.discountRate());
  }

  /** What a dollar after some years is worth now, (1+r)^-T. */
  double discount(double years) {
    return Math.exp(-force * years);
  }

  /**
   * Launch, development and operations.
   *
   * @param launchedKg mass in low Earth orbit (kg)
   * @param equipmentKg what arrives and had to be developed (kg)
   * @param years duration
   * @param discount {@link #discount} of the years
   * @return present value (US dollars)
   */
  double cost(double launchedKg, double equipmentKg, double years, double discount) {
    double operatedYears = force == 0 ? years : (1 - discount) / force;
    return launchedKg * costs.launchUsdPerKg()
        + learning * costs.developmentUsdPerKg() * equipmentKg
        + costs.operationsUsdPerYear() * operatedYears;
  }
}
