package dev.assay.domain.mission;

import dev.assay.domain.composition.Compositions;
import dev.assay.domain.deltav.DeltaVOutcome;
import dev.assay.domain.deltav.RendezvousDeltaV;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.mission.Hold.Delivery;
import dev.assay.domain.mission.MissionParameters.Mining;
import dev.assay.domain.mission.Ship.Burn;
import dev.assay.domain.taxonomy.ClassTable;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans the reference mission to a body: one launch to low Earth orbit, one stage there, mining for
 * a season, the stage back with propellant made of mined water, and the goods sold where they fetch
 * most.
 *
 * <p>NPV = &Sigma;<sub>classes</sub> P(class) revenue(class) (1+r)<sup>-T</sup> - m<sub>LEO</sub>
 * c<sub>LEO</sub> - c<sub>dev</sub> m<sub>eq</sub> - ops (1 - (1+r)<sup>-T</sup>)/ln(1+r). The
 * destination is chosen before the class is known, what to load there after. The equipment digs k t
 * m<sub>eq</sub> f<sub>eq</sub> of rock, at most the recoverable share of the body. Immutable and
 * thread-safe.
 */
public final class MissionModel {

  private static final List<Destination> NEARER = List.of(Destination.LEO, Destination.EARTH);

  private final MissionParameters parameters;
  private final Compositions compositions;
  private final PriceList prices;
  private final List<ClassTable<Hold>> holds;
  private final Budget budget;
  private final double exhaustSpeed;

  /** The most water that a kilogram of any rock yields: often enough to see that none returns. */
  private final double wettest;

  /** For each destination, more than a kilogram of any rock can fetch there (US dollars). */
  private final double[] ceilings;

  /**
   * Works out what the goods of each class fetch.
   *
   * @param parameters of the mission
   * @param compositions what each class is made of
   * @param prices on Earth
   */
  public MissionModel(MissionParameters parameters, Compositions compositions, PriceList prices) {
    this.parameters = parameters;
    this.compositions = compositions;
    this.prices = prices;
    Market market = new Market(prices, parameters);
    this.holds =
        Arrays.stream(Destination.values())
            .map(destination -> market.holds(compositions, destination))
            .toList();
    this.budget = new Budget(parameters.costs());
    this.ceilings = ceilings();
    this.wettest =
        SpectralClass.all().stream()
            .mapToDouble(c -> holds.get(Destination.CISLUNAR.ordinal()).get(c).water())
            .max()
            .orElse(0);
    this.exhaustSpeed = parameters.ship().exhaustKmPerSecond();
  }

  private double[] ceilings() {
    double[] highest = new double[Destination.values().length];
    for (Destination destination : Destination.values()) {
      ClassTable<Hold> byClass = holds.get(destination.ordinal());
      for (SpectralClass spectralClass : SpectralClass.all()) {
        double usd = byClass.get(spectralClass).usdPerKgOfRock();
        highest[destination.ordinal()] = Math.max(highest[destination.ordinal()], usd);
      }
    }
    // Stopping in low orbit costs more than at the Moon, so if it also earns less it never wins.
    boolean dominated =
        SpectralClass.all().stream()
            .allMatch(
                c ->
                    holds
                        .get(Destination.CISLUNAR.ordinal())
                        .get(c)
                        .earnsAtLeast(holds.get(Destination.LEO.ordinal()).get(c)));
    if (dominated && Destination.cislunarStopsCheaper(parameters.wayBack().lunarInsertionKmS())) {
      highest[Destination.LEO.ordinal()] = 0;
    }
    return highest;
  }

  /**
   * The same model with other parameters.
   *
   * @param changed of the mission
   * @return a model on the same compositions and prices
   */
  public MissionModel with(MissionParameters changed) {
    return new MissionModel(changed, compositions, prices);
  }

  /**
   * What this model assumes.
   *
   * @return its parameters
   */
  public MissionParameters parameters() {
    return parameters;
  }

  /**
   * Plans the mission to a body.
   *
   * @param deltaV rendezvous delta-v, or why there is none
   * @param semiMajorAxisAu a of its orbit (au)
   * @param weights the classes it may have
   * @param massKg its mass (kg); null if not known
   * @return the mission, or why there is none
   */
  public MissionOutcome plan(
      DeltaVOutcome deltaV, double semiMajorAxisAu, ClassWeights weights, @Nullable Double massKg) {
    if (!(deltaV instanceof RendezvousDeltaV reached)) {
      return NoMission.NO_DELTA_V;
    }
    Burn there = parameters.ship().burn(reached.deltaV().kmPerSecond());
    if (!there.isFeasible()) {
      return NoMission.INFEASIBLE;
    }
    return massKg == null
        ? NoMission.NO_MASS
        : plan(reached, there, semiMajorAxisAu, weights, massKg);
  }

  private Mission plan(
      RendezvousDeltaV reached,
      Burn there,
      double semiMajorAxisAu,
      ClassWeights weights,
      double massKg) {
    Mining mining = parameters.mining();
    double dug =
        mining.throughputPerYear() * mining.stayYears() * there.payload() * mining.equipmentShare();
    double mined = Math.min(dug, mining.recoverableShare() * massKg);
    Sale sale = bestSale(reached, there.dry(), mined, weights);
    double years =
        TripTime.years(
            reached.transferYears(), mining.stayYears(), semiMajorAxisAu, parameters.wayBack());
    double discount = budget.discount(years);
    return new Mission(
        sale.destination,
        years,
        there.payload(),
        mined,
        sale.returnKmPerSecond,
        sale.kilograms,
        sale.usd * discount,
        budget.cost(parameters.ship().kilograms(), there.payload(), years, discount));
  }

  /** What is delivered where, before discounting. */
  private record Sale(
      @Nullable Destination destination, double returnKmPerSecond, double kilograms, double usd) {}

  private Sale bestSale(RendezvousDeltaV reached, double dry, double mined, ClassWeights weights) {
    Sale best = sale(Destination.CISLUNAR, reached, dry, mined, weights);
    for (Destination other : NEARER) {
      if (best.usd >= ceilings[other.ordinal()] * mined) {
        continue;
      }
      Sale sale = sale(other, reached, dry, mined, weights);
      if (sale.usd > best.usd || (best.kilograms == 0 && sale.kilograms > 0)) {
        best = sale;
      }
    }
    return best.kilograms > 0 ? best : new Sale(null, best.returnKmPerSecond, 0, 0);
  }

  private Sale sale(
      Destination destination,
      RendezvousDeltaV reached,
      double dry,
      double mined,
      ClassWeights weights) {
    double back =
        reached.rendezvousKmPerSecond()
            + destination.captureKmPerSecond(
                reached.hyperbolicExcessKmPerSecond(), parameters.wayBack().lunarInsertionKmS());
    double exponent = back / exhaustSpeed;
    double waterPerPropellant = parameters.wayBack().waterPerPropellant();
    // No rock has the water to bring the stage home. Four terms of the series find all but one in a
    // thousand of these cases, without an exponential and a look at each class.
    if (mined * wettest <= waterPerPropellant * lessThanExpMinus1(exponent) * dry) {
      return new Sale(destination, back, 0, 0);
    }
    double waterPerDryKg = waterPerPropellant * (Math.exp(exponent) - 1);
    Delivery delivery = new Delivery();
    ClassTable<Hold> byClass = holds.get(destination.ordinal());
    for (int i = 0; i < weights.possibleCount(); i++) {
      byClass
          .get(weights.possible(i))
          .load(mined, waterPerDryKg, dry, weights.ofPossible(i), delivery);
    }
    return new Sale(destination, back, delivery.kilograms(), delivery.usd());
  }

  /** The first four terms of exp(x) - 1, for x of 0 or more. */
  private static double lessThanExpMinus1(double x) {
    return x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4)));
  }
}
