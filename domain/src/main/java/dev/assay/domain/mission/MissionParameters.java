package dev.assay.domain.mission;

import dev.assay.domain.market.Commodity;
import dev.assay.domain.table.DataTable;
import java.util.Map;

/**
 * What the reference mission assumes. Every number is a default that a user may replace.
 *
 * @param ship the stage that leaves low Earth orbit, comes back, and never carries more than a
 *     launch puts up
 * @param mining what happens at the body
 * @param wayBack what the way back takes
 * @param prices prices at the destination
 * @param costs what is paid for
 */
public record MissionParameters(
    Ship ship, Mining mining, WayBack wayBack, SpacePrices prices, Costs costs) {

  /**
   * Work at the body.
   *
   * @param throughputPerYear k: rock mined per year and kg of mining equipment (kg/yr/kg), 0 or
   *     more
   * @param equipmentShare share of what arrives that mines, 0..1
   * @param stayYears duration of mining (years), 0 or more
   * @param recoverableShare share of the body that can be mined, 0..1
   * @param recoveryWater share of the water in the rock that is won, 0..1
   * @param recoveryMetal the same for the iron-nickel alloy
   * @param recoveryPrecious the same for platinum group and gold
   */
  public record Mining(
      double throughputPerYear,
      double equipmentShare,
      double stayYears,
      double recoverableShare,
      double recoveryWater,
      double recoveryMetal,
      double recoveryPrecious) {}

  /**
   * The way back and its timing.
   *
   * @param waterPerPropellant kg of water for each kg of propellant, 1 or more
   * @param lunarInsertionKmS burn into a high orbit at the Moon (km/s), 0 or more
   * @param heatShieldShare share of what enters the atmosphere that is heat shield, 0 to below 1
   * @param synodicWaitShare share of the synodic period that passes in waiting, 0..1; 0 for a
   *     mission timed without any
   * @param longestSynodicYears where the synodic period is cut off (years)
   */
  public record WayBack(
      double waterPerPropellant,
      double lunarInsertionKmS,
      double heatShieldShare,
      double synodicWaitShare,
      double longestSynodicYears) {}

  /**
   * Prices away from Earth's markets.
   *
   * @param tug stage that takes goods from low Earth orbit to cislunar space
   * @param tugDeltaVKmS what that takes (km/s)
   * @param utilityWater how far mined water replaces water launched from Earth, 0..1
   * @param utilityMetal the same for metal
   * @param utilityPrecious the same for platinum group and gold
   * @param downLeoUsdPerKg bringing goods down from low Earth orbit (US dollars per kg)
   * @param downCislunarUsdPerKg bringing goods down from cislunar space (US dollars per kg)
   * @param level factor on all prices at the destination, 0 or more
   * @param elasticity price elasticity of demand on Earth, below 0
   * @param supplyKgPerYear world supply of each commodity but water (kg per year)
   */
  public record SpacePrices(
      Ship tug,
      double tugDeltaVKmS,
      double utilityWater,
      double utilityMetal,
      double utilityPrecious,
      double downLeoUsdPerKg,
      double downCislunarUsdPerKg,
      double level,
      double elasticity,
      Map<Commodity, Double> supplyKgPerYear) {

    public SpacePrices {
      supplyKgPerYear = Map.copyOf(supplyKgPerYear);
    }
  }

  /**
   * Costs and the value of time.
   *
   * @param launchUsdPerKg launch to low Earth orbit (US dollars per kg), 0 or more
   * @param developmentUsdPerKg development and manufacture of what arrives (US dollars per kg)
   * @param operationsUsdPerYear operations (US dollars per year)
   * @param discountRate r, per year, 0 or more
   * @param learningRate cost of the second of two like missions over that of the first, above 0 up
   *     to 1
   * @param missions n, how many like missions are flown and sell their goods in the same year, 1 or
   *     more
   */
  public record Costs(
      double launchUsdPerKg,
      double developmentUsdPerKg,
      double operationsUsdPerYear,
      double discountRate,
      double learningRate,
      double missions) {}

  /**
   * The mission of this library.
   *
   * @return its parameters
   */
  public static MissionParameters bundled() {
    return MissionTable.bundled().parameters();
  }

  /**
   * Reads a table with the columns {@code name,value,source}. A row that is missing keeps the value
   * of {@link #bundled}.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the parameters
   * @throws dev.assay.domain.table.BadTableException if a row is unknown, doubled or out of range
   */
  public static MissionParameters parse(String name, String text) {
    MissionTable own = MissionTable.of(name, DataTable.parse(name, text, MissionTable.COLUMNS));
    return own.over(MissionTable.bundled()).parameters();
  }

  /**
   * The same mission at another launch price.
   *
   * @param usdPerKg launch to low Earth orbit (US dollars per kg), 0 or more
   * @return the changed parameters
   */
  public MissionParameters withLaunchPrice(double usdPerKg) {
    Costs changed =
        new Costs(
            usdPerKg,
            costs.developmentUsdPerKg,
            costs.operationsUsdPerYear,
            costs.discountRate,
            costs.learningRate,
            costs.missions);
    return new MissionParameters(ship, mining, wayBack, prices, changed);
  }

  /**
   * The same mission with all prices at the destination multiplied.
   *
   * @param level the factor, 0 or more
   * @return the changed parameters
   */
  public MissionParameters withPriceLevel(double level) {
    SpacePrices changed =
        new SpacePrices(
            prices.tug,
            prices.tugDeltaVKmS,
            prices.utilityWater,
            prices.utilityMetal,
            prices.utilityPrecious,
            prices.downLeoUsdPerKg,
            prices.downCislunarUsdPerKg,
            level,
            prices.elasticity,
            prices.supplyKgPerYear);
    return new MissionParameters(ship, mining, wayBack, changed, costs);
  }
}
