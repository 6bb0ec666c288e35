package dev.assay.domain.mission;

import dev.assay.domain.composition.Alloy;
import dev.assay.domain.composition.Component;
import dev.assay.domain.composition.Composition;
import dev.assay.domain.composition.Compositions;
import dev.assay.domain.market.Commodity;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.mission.MissionParameters.Mining;
import dev.assay.domain.mission.MissionParameters.SpacePrices;
import dev.assay.domain.taxonomy.ClassTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * What the goods of each class fetch at each destination, worked out once for all bodies.
 *
 * <p>A good is worth P = max(u (p + C), p - C<sub>down</sub>, 0): it replaces as much launched from
 * Earth, bought at p and brought there at C, as far as it is of use there (u); or it is brought
 * down and sold at p. On Earth P = p. Silicate and carbon are not sold: nobody buys them.
 */
final class Market {

  private final PriceList prices;
  private final MissionParameters parameters;
  private final Saturation saturation;

  Market(PriceList prices, MissionParameters parameters) {
    this.prices = prices;
    this.parameters = parameters;
    this.saturation = new Saturation(parameters.prices().elasticity());
  }

  /** Launch from Earth to a destination (US dollars per kg), 0 to Earth itself. */
  static double launchUsdPerKg(MissionParameters parameters, Destination destination) {
    SpacePrices space = parameters.prices();
    double toLowOrbit = parameters.costs().launchUsdPerKg();
    return switch (destination) {
      case EARTH -> 0;
      case LEO -> toLowOrbit;
      case CISLUNAR -> toLowOrbit * space.tug().departureMassPerPayload(space.tugDeltaVKmS());
    };
  }

  private double downUsdPerKg(Destination destination) {
    return switch (destination) {
      case EARTH -> 0;
      case LEO -> parameters.prices().downLeoUsdPerKg();
      case CISLUNAR -> parameters.prices().downCislunarUsdPerKg();
    };
  }

  /** What can be loaded for a destination at a body of each class. */
  ClassTable<Hold> holds(Compositions compositions, Destination destination) {
    return ClassTable.of(c -> hold(compositions.of(c), compositions.alloy(), destination));
  }

  private Hold hold(Composition composition, Alloy alloy, Destination destination) {
    Mining mining = parameters.mining();
    SpacePrices space = parameters.prices();
    double precious = 0;
    for (Commodity metal : of(Commodity.Group.PRECIOUS)) {
      precious += fraction(composition, metal);
    }
    double whole = precious;
    Basket metalGood = basket(Commodity.Group.METAL, destination, k -> share(alloy, k));
    Basket preciousGood =
        basket(
            Commodity.Group.PRECIOUS,
            destination,
            k -> whole == 0 ? 0 : fraction(composition, k) / whole);
    double entering = destination == Destination.EARTH ? parameters.wayBack().heatShieldShare() : 0;
    return new Hold(
        composition.of(Component.WATER).value() * mining.recoveryWater(),
        composition.of(Component.METAL).value() * mining.recoveryMetal(),
        precious * mining.recoveryPrecious(),
        waterUsdPerKg(destination, space),
        metalGood,
        preciousGood,
        1 - entering);
  }

  /** The price of water at a destination (US dollars per kg). */
  double waterUsdPerKg(Destination destination, SpacePrices space) {
    double onEarth = prices.of(Commodity.WATER).usdPerKilogram();
    double inSpace =
        destination == Destination.EARTH
            ? 0
            : space.utilityWater() * (onEarth + launchUsdPerKg(parameters, destination));
    return space.level() * Math.max(0, Math.max(inSpace, onEarth - downUsdPerKg(destination)));
  }

  private Basket basket(
      Commodity.Group group, Destination destination, ToDoubleFunction<Commodity> shareOf) {
    SpacePrices space = parameters.prices();
    List<Commodity> metals = of(group);
    double[] pricesPerKg = new double[metals.size()];
    double[] ratiosPerKg = new double[metals.size()];
    double onEarth = 0;
    for (int k = 0; k < pricesPerKg.length; k++) {
      Commodity metal = metals.get(k);
      double share = shareOf.applyAsDouble(metal);
      pricesPerKg[k] = space.level() * share * prices.of(metal).usdPerKilogram();
      ratiosPerKg[k] =
          share
              * parameters.costs().missions()
              / Objects.requireNonNull(space.supplyKgPerYear().get(metal));
      onEarth += pricesPerKg[k];
    }
    double utility =
        group == Commodity.Group.METAL ? space.utilityMetal() : space.utilityPrecious();
    double inSpace =
        destination == Destination.EARTH
            ? 0
            : utility * (onEarth + space.level() * launchUsdPerKg(parameters, destination));
    double down = space.level() * downUsdPerKg(destination);
    return new Basket(pricesPerKg, ratiosPerKg, inSpace, down, saturation);
  }

  private static List<Commodity> of(Commodity.Group group) {
    List<Commodity> found = new ArrayList<>();
    for (Commodity commodity : Commodity.values()) {
      if (commodity.group() == group) {
        found.add(commodity);
      }
    }
    return found;
  }

  private static double fraction(Composition composition, Commodity metal) {
    return composition.of(metal.traceMetal().orElseThrow()).value();
  }

  private static double share(Alloy alloy, Commodity metal) {
    return switch (metal) {
      case IRON -> alloy.iron().value();
      case NICKEL -> alloy.nickel().value();
      case COBALT -> alloy.cobalt().value();
      default -> throw new IllegalArgumentException(metal + " is not in the alloy");
    };
  }
}
