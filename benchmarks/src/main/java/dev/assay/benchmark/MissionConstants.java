package dev.assay.benchmark;

import dev.assay.domain.composition.Alloy;
import dev.assay.domain.composition.Component;
import dev.assay.domain.composition.Composition;
import dev.assay.domain.composition.Compositions;
import dev.assay.domain.deltav.ShoemakerHelin;
import dev.assay.domain.market.Commodity;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.mission.Destination;
import dev.assay.domain.mission.MissionParameters;
import dev.assay.domain.mission.MissionParameters.Costs;
import dev.assay.domain.mission.MissionParameters.Mining;
import dev.assay.domain.mission.MissionParameters.SpacePrices;
import dev.assay.domain.mission.MissionParameters.WayBack;
import dev.assay.domain.mission.Ship;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.value.AssayTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The reference mission as numbers, and what each class yields at each destination. */
final class MissionConstants {

  /** Terms of a series in the ratio of what is sold to the supply, and how far some of them go. */
  private static final int TERMS = 5;

  private static final double MOST_FOR_FIVE_TERMS = 1e-3;
  private static final double MOST_FOR_THREE_TERMS = 1e-5;

  private final MissionParameters mission;
  private final AssayTables tables;
  private final PriceList prices;

  MissionConstants(AssayTables tables) {
    this.tables = tables;
    this.mission = tables.mission();
    this.prices = tables.prices();
  }

  /** Numbers by the names that the statements have for them. */
  Map<String, Double> numbers() {
    Ship ship = mission.ship();
    Mining mining = mission.mining();
    WayBack wayBack = mission.wayBack();
    Costs costs = mission.costs();
    double learning = Math.pow(costs.missions(), Math.log(costs.learningRate()) / Math.log(2));
    double escape = ShoemakerHelin.LOW_EARTH_ORBIT_SPEED * Math.sqrt(2);
    double lunar = wayBack.lunarInsertionKmS();
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("ship_kg", ship.kilograms());
    numbers.put("exhaust_speed", ship.exhaustKmPerSecond());
    numbers.put("dry_per_propellant", ship.dryShare() / (1 - ship.dryShare()));
    numbers.put("dug_per_payload", dugPerPayload());
    numbers.put("recoverable_share", mining.recoverableShare());
    numbers.put("stay_years", mining.stayYears());
    numbers.put("wait_share", wayBack.synodicWaitShare());
    numbers.put("longest_synodic", wayBack.longestSynodicYears());
    numbers.put("interest", Math.log1p(costs.discountRate()));
    numbers.put("launch_usd", ship.kilograms() * costs.launchUsdPerKg());
    numbers.put("development_usd", learning * costs.developmentUsdPerKg());
    numbers.put("operations_usd", costs.operationsUsdPerYear());
    numbers.put("water_per_propellant", wayBack.waterPerPropellant());
    double wettest = wettest(tables.compositions());
    double icyWettest = wettest(tables.compositions().icy());
    double speedPerWater = ship.exhaustKmPerSecond() / wayBack.waterPerPropellant();
    numbers.put("wettest", wettest);
    numbers.put("icy_wettest", icyWettest);
    numbers.put("wettest_per_fuel", wettest * speedPerWater);
    numbers.put("icy_wettest_per_fuel", icyWettest * speedPerWater);
    numbers.put("earth_ceiling", ceiling(Destination.EARTH));
    numbers.put("escape_speed", escape);
    numbers.put("cislunar_less", escape - Destination.CISLUNAR.captureKmPerSecond(0, lunar));
    return numbers;
  }

  private double dugPerPayload() {
    Mining mining = mission.mining();
    return mining.throughputPerYear() * mining.stayYears() * mining.equipmentShare();
  }

  /** What the statements have for the prices at the Moon and on Earth. */
  Map<String, String> texts() {
    Yield atMoon = yields(Destination.CISLUNAR).get(0);
    Yield onEarth = yields(Destination.EARTH).get(0);
    Map<String, String> texts = new LinkedHashMap<>();
    addTexts(texts, "moon", atMoon);
    addTexts(texts, "earth", onEarth);
    texts.put("series", fields(seriesNames(), "k."));
    texts.put("goods_of_row", fields(goodsNames(), ""));
    texts.put("goods_of_rock", fields(goodsNames(), "k[2]."));
    List<Double> series = onEarth.alloy.series(exponent());
    texts.put(
        "earth_alloy",
        "greatest(0, kg * (%s + kg * (%s + kg * %s)))"
            .formatted(
                SqlTable.number(series.get(0) - onEarth.alloy.cost),
                SqlTable.number(series.get(1)),
                SqlTable.number(series.get(2))));
    texts.put("moon_alloy", "kg * " + SqlTable.number(atMoon.alloy.usd));
    return texts;
  }

  /** Fields of a struct, each with the value of the same name. */
  private static String fields(List<String> names, String before) {
    return names.stream()
        .map(name -> "'" + name + "': " + before + name)
        .collect(Collectors.joining(", "));
  }

  private static List<String> goodsNames() {
    List<String> names = new ArrayList<>(List.of("water", "alloy_kg", "noble_kg"));
    names.addAll(seriesNames());
    return names;
  }

  private static List<String> seriesNames() {
    return IntStream.range(0, TERMS).mapToObj(term -> "c" + term).toList();
  }

  private double exponent() {
    return 1 / mission.prices().elasticity();
  }

  private static void addTexts(Map<String, String> texts, String name, Yield goods) {
    texts.put(name + "_arriving", SqlTable.number(goods.arriving));
    texts.put(name + "_water_usd", SqlTable.number(goods.waterUsd));
    texts.put(name + "_alloy_usd", SqlTable.number(goods.alloy.usd));
    texts.put(name + "_down_usd", SqlTable.number(goods.noble.cost));
  }

  /** Of each class, and of rock that is icy, which is the same for all classes. */
  private List<Yield> yields(Destination destination) {
    Compositions rocks = tables.compositions();
    List<Yield> yields = new ArrayList<>();
    for (SpectralClass each : SpectralClass.all()) {
      yields.add(yieldOf(destination, rocks.of(each), rocks.alloy()));
    }
    yields.add(yieldOf(destination, rocks.icy().of(SpectralClass.D), rocks.alloy()));
    return yields;
  }

  /**
   * The domain loads the good that fetches more first, sells each where it fetches more, and takes
   * a power where a market gives way. With its own tables the order is the same for all rocks, no
   * ship brings enough for more than the first terms of a series, and low orbit is never better
   * than the Moon; the statements rely on it.
   */
  private void requireExpectedGoods() {
    requireMoonBeforeLowOrbit();
    double mostMined = dugPerPayload() * mission.ship().kilograms();
    for (Destination destination : List.of(Destination.CISLUNAR, Destination.EARTH)) {
      for (Yield goods : yields(destination)) {
        boolean ordered =
            goods.noble.isBroughtDown()
                && goods.noble.usd >= goods.alloy.usd
                && goods.alloy.isBroughtDown() == (destination == Destination.EARTH);
        boolean little =
            mostMined * goods.nobleKg * goods.noble.largestRatio() < MOST_FOR_FIVE_TERMS
                && mostMined * goods.alloyKg * goods.alloy.largestRatio() < MOST_FOR_THREE_TERMS;
        if (!ordered || !little) {
          throw new IllegalStateException("not the goods that the statements are made for");
        }
      }
    }
  }

  private void requireMoonBeforeLowOrbit() {
    double lunar = mission.wayBack().lunarInsertionKmS();
    boolean better =
        Destination.CISLUNAR.captureKmPerSecond(0, lunar)
            <= Destination.LEO.captureKmPerSecond(0, lunar);
    List<Yield> atMoon = yields(Destination.CISLUNAR);
    List<Yield> inLowOrbit = yields(Destination.LEO);
    for (int kind = 0; kind < atMoon.size(); kind++) {
      better &=
          atMoon.get(kind).waterUsd >= inLowOrbit.get(kind).waterUsd
              && atMoon.get(kind).noble.usd >= inLowOrbit.get(kind).noble.usd
              && inLowOrbit.get(kind).noble.isBroughtDown()
              && atMoon.get(kind).alloy.usd >= inLowOrbit.get(kind).alloy.usd;
    }
    if (!better) {
      throw new IllegalStateException("low orbit may be better than the Moon");
    }
  }

  /** At least what a kilogram of any rock can fetch there. */
  private double ceiling(Destination destination) {
    double wettest = Math.max(wettest(tables.compositions()), wettest(tables.compositions().icy()));
    return yields(destination).stream()
        .mapToDouble(goods -> goods.usdPerKgOfRock(wettest))
        .max()
        .orElseThrow();
  }

  private double wettest(Compositions compositions) {
    return SpectralClass.all().stream()
        .mapToDouble(c -> water(compositions.of(c)))
        .max()
        .orElseThrow();
  }

  private double water(Composition composition) {
    return composition.of(Component.WATER).value() * mission.mining().recoveryWater();
  }

  /**
   * What a kilogram of rock of each class yields: water, alloy, and the concentrate of precious
   * metals with the series for what it fetches on Earth.
   */
  String statements() {
    requireExpectedGoods();
    String columns = String.join(" DOUBLE, ", goodsNames()) + " DOUBLE";
    SqlTable table = new SqlTable("yields", "icy BOOLEAN, class INTEGER, " + columns);
    for (SpectralClass each : SpectralClass.all()) {
      add(table, false, each, tables.compositions());
      add(table, true, each, tables.compositions().icy());
    }
    return table.statements();
  }

  private void add(SqlTable table, boolean icy, SpectralClass each, Compositions rocks) {
    Composition rock = rocks.of(each);
    Yield goods = yieldOf(Destination.EARTH, rock, rocks.alloy());
    List<Object> row =
        new ArrayList<>(List.of(icy, each.ordinal(), water(rock), goods.alloyKg, goods.nobleKg));
    row.addAll(goods.noble.series(exponent()));
    table.add(row.toArray());
  }

  /** What a kilogram of rock yields at a destination: see the domain's Hold. */
  private record Yield(
      double waterUsd, double arriving, double nobleKg, Good noble, double alloyKg, Good alloy) {

    double usdPerKgOfRock(double water) {
      return arriving * (water * waterUsd + nobleKg * noble.usd + alloyKg * alloy.usd);
    }
  }

  private Yield yieldOf(Destination destination, Composition composition, Alloy alloy) {
    Mining mining = mission.mining();
    double precious = 0;
    for (Commodity commodity : of(Commodity.Group.PRECIOUS)) {
      precious += share(composition, alloy, commodity);
    }
    double shield = destination == Destination.EARTH ? mission.wayBack().heatShieldShare() : 0;
    return new Yield(
        waterUsd(destination),
        1 - shield,
        precious * mining.recoveryPrecious(),
        good(Commodity.Group.PRECIOUS, destination, composition, alloy, precious),
        composition.of(Component.METAL).value() * mining.recoveryMetal(),
        good(Commodity.Group.METAL, destination, composition, alloy, 1));
  }

  /** See the domain's Basket: what several metals in fixed shares fetch. */
  private record Good(
      double usd, double inSpace, double cost, List<Double> prices, List<Double> ratios) {

    boolean isBroughtDown() {
      return first() > inSpace;
    }

    double largestRatio() {
      return ratios.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Sum of price (1 + ratio kg)^exponent over the metals as a power series in kg. */
    List<Double> series(double exponent) {
      List<Double> terms = new ArrayList<>();
      double binomial = 1;
      for (int power = 0; power < TERMS; power++) {
        double sum = 0;
        for (int k = 0; k < prices.size(); k++) {
          sum += prices.get(k) * Math.pow(ratios.get(k), power);
        }
        terms.add(binomial * sum);
        binomial *= (exponent - power) / (power + 1);
      }
      return terms;
    }

    double first() {
      return prices.stream().mapToDouble(Double::doubleValue).sum() - cost;
    }
  }

  private Good good(
      Commodity.Group group,
      Destination destination,
      Composition composition,
      Alloy alloy,
      double whole) {
    SpacePrices space = mission.prices();
    List<Double> pricesPerKg = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    double onEarth = 0;
    for (Commodity metal : of(group)) {
      double share = whole == 0 ? 0 : share(composition, alloy, metal) / whole;
      double supply = Objects.requireNonNull(space.supplyKgPerYear().get(metal));
      pricesPerKg.add(space.level() * share * prices.of(metal).usdPerKilogram());
      ratios.add(share * mission.costs().missions() / supply);
      onEarth += space.level() * share * prices.of(metal).usdPerKilogram();
    }
    double utility =
        group == Commodity.Group.METAL ? space.utilityMetal() : space.utilityPrecious();
    double inSpace =
        destination == Destination.EARTH
            ? 0
            : utility * (onEarth + space.level() * launchUsd(destination));
    double cost = space.level() * downUsd(destination);
    double usd = Math.max(0, Math.max(inSpace, onEarth - cost));
    return new Good(usd, inSpace, cost, pricesPerKg, ratios);
  }

  private static List<Commodity> of(Commodity.Group group) {
    return Arrays.stream(Commodity.values()).filter(c -> c.group() == group).toList();
  }

  private static double share(Composition composition, Alloy alloy, Commodity metal) {
    return switch (metal) {
      case IRON -> alloy.iron().value();
      case NICKEL -> alloy.nickel().value();
      case COBALT -> alloy.cobalt().value();
      default -> composition.of(metal.traceMetal().orElseThrow()).value();
    };
  }

  private double waterUsd(Destination destination) {
    SpacePrices space = mission.prices();
    double onEarth = prices.of(Commodity.WATER).usdPerKilogram();
    double inSpace =
        destination == Destination.EARTH
            ? 0
            : space.utilityWater() * (onEarth + launchUsd(destination));
    return space.level() * Math.max(0, Math.max(inSpace, onEarth - downUsd(destination)));
  }

  private double launchUsd(Destination destination) {
    SpacePrices space = mission.prices();
    double toLowOrbit = mission.costs().launchUsdPerKg();
    return switch (destination) {
      case EARTH -> 0;
      case LEO -> toLowOrbit;
      case CISLUNAR -> toLowOrbit * space.tug().departureMassPerPayload(space.tugDeltaVKmS());
    };
  }

  private double downUsd(Destination destination) {
    return switch (destination) {
      case EARTH -> 0;
      case LEO -> mission.prices().downLeoUsdPerKg();
      case CISLUNAR -> mission.prices().downCislunarUsdPerKg();
    };
  }
}
