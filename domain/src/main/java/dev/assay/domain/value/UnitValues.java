package dev.assay.domain.value;

import dev.assay.domain.composition.Alloy;
import dev.assay.domain.composition.Component;
import dev.assay.domain.composition.Composition;
import dev.assay.domain.composition.Compositions;
import dev.assay.domain.composition.MassFraction;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.market.Commodity;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.taxonomy.ClassTable;
import dev.assay.domain.taxonomy.SpectralClass;

/**
 * What a kilogram of each class would fetch on Earth if it could be sold: the sum over commodities
 * of mass fraction times price (US dollars per kg of raw body).
 *
 * <p>Iron, nickel and cobalt count only as metal. The error follows from the ranges of the
 * composition; metals that vary together are added linearly (those of the alloy with the amount of
 * metal, the trace metals with their common enrichment), the groups in quadrature. Prices are taken
 * as exact: a value holds for its price list.
 */
public final class UnitValues {

  private final ClassTable<LogNormal> usdPerKilogram;

  /**
   * Prices each class.
   *
   * @param compositions what each class is made of
   * @param prices the price of each commodity
   */
  public UnitValues(Compositions compositions, PriceList prices) {
    this.usdPerKilogram =
        ClassTable.of(c -> value(compositions.of(c), compositions.alloy(), prices));
  }

  /**
   * The value of a kilogram.
   *
   * @param spectralClass of which class
   * @return its distribution (US dollars per kg); certainly 0 if all its commodities are free
   */
  public LogNormal of(SpectralClass spectralClass) {
    return usdPerKilogram.get(spectralClass);
  }

  /**
   * The value of a kilogram of each class.
   *
   * @return as {@link #of} tells it
   */
  public ClassTable<LogNormal> byClass() {
    return usdPerKilogram;
  }

  private static LogNormal value(Composition composition, Alloy alloy, PriceList prices) {
    MassFraction water = composition.of(Component.WATER);
    double waterPrice = price(prices, Commodity.WATER);
    MassFraction metal = composition.of(Component.METAL);
    double metalPrice =
        alloy.iron().value() * price(prices, Commodity.IRON)
            + alloy.nickel().value() * price(prices, Commodity.NICKEL)
            + alloy.cobalt().value() * price(prices, Commodity.COBALT);
    double nickelSigma = metal.value() * alloy.nickel().sigma() * price(prices, Commodity.NICKEL);
    double trace = 0;
    double traceSigma = 0;
    for (Commodity commodity : Commodity.values()) {
      if (commodity.traceMetal().isPresent()) {
        MassFraction fraction = composition.of(commodity.traceMetal().get());
        trace += fraction.value() * price(prices, commodity);
        traceSigma += fraction.sigma() * price(prices, commodity);
      }
    }
    double sum = water.value() * waterPrice + metal.value() * metalPrice + trace;
    double variance =
        square(water.sigma() * waterPrice)
            + square(metal.sigma() * metalPrice)
            + square(nickelSigma)
            + square(traceSigma);
    return sum > 0
        ? LogNormal.ofMeasurement(sum, Math.sqrt(variance))
        : new LogNormal(Double.NEGATIVE_INFINITY, 0);
  }

  private static double price(PriceList prices, Commodity commodity) {
    return prices.of(commodity).usdPerKilogram();
  }

  private static double square(double x) {
    return x * x;
  }
}
