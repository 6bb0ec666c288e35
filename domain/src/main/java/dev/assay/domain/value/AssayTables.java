package dev.assay.domain.value;

import dev.assay.domain.composition.Compositions;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.mass.ClassDensities;
import dev.assay.domain.mission.MissionParameters;
import dev.assay.domain.table.Assumptions;
import dev.assay.domain.taxonomy.ClassAlbedos;
import dev.assay.domain.taxonomy.ZonePriors;

/**
 * The numbers a valuation rests on, each table replaceable by the user's own.
 *
 * @param albedos albedo of each class
 * @param zones class shares of each orbital zone
 * @param densities density of each class
 * @param compositions composition of each class
 * @param prices price of each commodity
 * @param assumptions single numbers
 * @param mission the reference mission
 */
public record AssayTables(
    ClassAlbedos albedos,
    ZonePriors zones,
    ClassDensities densities,
    Compositions compositions,
    PriceList prices,
    Assumptions assumptions,
    MissionParameters mission) {

  /**
   * The tables of this library.
   *
   * @return all of them
   */
  public static AssayTables bundled() {
    return new AssayTables(
        ClassAlbedos.bundled(),
        ZonePriors.bundled(),
        ClassDensities.bundled(),
        Compositions.bundled(),
        PriceList.bundled(),
        Assumptions.bundled(),
        MissionParameters.bundled());
  }

  /**
   * The same tables with other prices.
   *
   * @param replacement the price list to use
   * @return the changed tables
   */
  public AssayTables withPrices(PriceList replacement) {
    return new AssayTables(
        albedos, zones, densities, compositions, replacement, assumptions, mission);
  }

  /**
   * The same tables with another reference mission.
   *
   * @param replacement the parameters to use
   * @return the changed tables
   */
  public AssayTables withMission(MissionParameters replacement) {
    return new AssayTables(
        albedos, zones, densities, compositions, prices, assumptions, replacement);
  }
}
