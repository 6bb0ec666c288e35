package dev.assay.domain.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.domain.composition.Compositions;
import dev.assay.domain.market.PriceList;
import dev.assay.domain.mission.Hold.Delivery;
import dev.assay.domain.taxonomy.ClassWeights;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** The invariants of SCIENCE.md 8.1 for the mission. */
class MissionPropertyTest {

  private static final double ROUNDING = 1e-9;
  private static final Ship SHIP = MissionParameters.bundled().ship();

  /** An orbit near Earth's, a class, and a mass. */
  record Body(double a, double e, double i, ClassWeights weights, double massKg) {

    MissionOutcome plan(MissionModel model) {
      return model.plan(Missions.reach(a, e, i), a, weights, massKg);
    }
  }

  @Provide
  Arbitrary<Body> bodies() {
    return Combinators.combine(
            Arbitraries.doubles().between(0.7, 3.2).ofScale(6),
            Arbitraries.doubles().between(0, 0.6).ofScale(6),
            Arbitraries.doubles().between(0, 15).ofScale(6),
            weights(),
            Arbitraries.doubles().between(2, 18).ofScale(6).map(x -> Math.pow(10, x)))
        .as(Body::new);
  }

  private static Arbitrary<ClassWeights> weights() {
    return Arbitraries.maps(
            Arbitraries.of(SpectralClass.all()), Arbitraries.doubles().between(0.01, 1))
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(ClassWeights::of);
  }

  private static Mission feasible(Body body, MissionModel model) {
    MissionOutcome outcome = body.plan(model);
    Assume.that(outcome instanceof Mission);
    return (Mission) outcome;
  }

  @Property
  void burn_anything_conservesMass(
      @ForAll @DoubleRange(min = 0, max = 30) double deltaV,
      @ForAll @DoubleRange(min = 0, max = 0.5) double dryShare,
      @ForAll @DoubleRange(min = 100, max = 5000) double isp) {
    Ship.Burn burn = new Ship(17_400, isp, dryShare).burn(deltaV);

    assertThat(burn.propellant() + burn.dry() + burn.payload()).isCloseTo(17_400, within(1e-8));
    assertThat(burn.propellant()).isNotNegative();
    assertThat(burn.dry()).isNotNegative();
  }

  @Property
  void burn_moreDeltaV_leavesLessPayload(
      @ForAll @DoubleRange(min = 0, max = 20) double deltaV,
      @ForAll @DoubleRange(min = 0.01, max = 5) double more) {
    assertThat(SHIP.burn(deltaV + more).payload()).isLessThan(SHIP.burn(deltaV).payload());
  }

  @Property
  void burn_higherIsp_leavesMorePayload(
      @ForAll @DoubleRange(min = 0.1, max = 20) double deltaV,
      @ForAll @DoubleRange(min = 100, max = 3000) double isp,
      @ForAll @DoubleRange(min = 1, max = 1000) double more) {
    Ship better = new Ship(SHIP.kilograms(), isp + more, SHIP.dryShare());

    assertThat(better.burn(deltaV).payload())
        .isGreaterThan(new Ship(SHIP.kilograms(), isp, SHIP.dryShare()).burn(deltaV).payload());
  }

  @Property
  void burn_noDeltaV_leavesEverything(
      @ForAll @Scale(12) @DoubleRange(min = 0, max = 1e-9) double deltaV) {
    assertThat(SHIP.burn(deltaV).payload()).isCloseTo(17_400, within(1e-4));
  }

  @Property
  void burn_isFeasible_belowTheLimitOfTheStage(
      @ForAll @DoubleRange(min = 0, max = 20) double deltaV) {
    // SCIENCE.md 8.1 has 10.21 km/s: the exhaust speed times ln 10.
    double limit = SHIP.exhaustKmPerSecond() * Math.log(10);
    Assume.that(Math.abs(deltaV - limit) > 1e-6);

    assertThat(limit).isCloseTo(10.21, within(0.005));
    assertThat(SHIP.burn(deltaV).isFeasible()).isEqualTo(deltaV < limit);
  }

  @Property
  void departureMass_isWhatABurnTakes(@ForAll @DoubleRange(min = 0, max = 9) double deltaV) {
    double mass = SHIP.departureMassPerPayload(deltaV);
    Ship.Burn burn = new Ship(mass, SHIP.ispSeconds(), SHIP.dryShare()).burn(deltaV);

    assertThat(burn.payload()).isCloseTo(1, within(1e-9));
  }

  @Property
  void plan_minesNoMoreThanThereIs(@ForAll("bodies") Body body) {
    Mission mission = feasible(body, Missions.BUNDLED);

    assertThat(mission.minedKg()).isLessThanOrEqualTo(0.5 * body.massKg());
    assertThat(mission.payloadKg()).isBetween(0.0, mission.minedKg());
    assertThat(mission.revenueUsd()).isNotNegative();
    assertThat(mission.costUsd()).isPositive();
    assertThat(mission.payloadKg() == 0).isEqualTo(mission.destination() == null);
  }

  @Property(tries = 200)
  void plan_higherDiscountRate_neverEarnsMore(
      @ForAll("bodies") Body body,
      @ForAll @DoubleRange(min = 0, max = 0.5) double rate,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double more) {
    String free = ";operations_usd_per_year,0";
    Mission patient = feasible(body, Missions.with("discount_rate," + rate + free));
    Mission hasty = feasible(body, Missions.with("discount_rate," + (rate + more) + free));

    if (patient.revenueUsd() > 0) {
      assertThat(hasty.netPresentValueUsd()).isLessThan(patient.netPresentValueUsd());
    } else {
      assertThat(hasty.netPresentValueUsd()).isEqualTo(patient.netPresentValueUsd());
    }
  }

  @Property(tries = 200)
  void plan_longerWait_neverEarnsMore(
      @ForAll("bodies") Body body, @ForAll @DoubleRange(min = 0, max = 0.9) double share) {
    Mission soon = feasible(body, Missions.with("synodic_wait_share," + share));
    Mission late = feasible(body, Missions.with("synodic_wait_share," + (share + 0.1)));

    assertThat(late.years()).isGreaterThan(soon.years());
    assertThat(late.netPresentValueUsd()).isLessThan(soon.netPresentValueUsd());
  }

  /** With prices in space that do not follow it; see {@link BreakEven} for those that do. */
  @Property(tries = 200)
  void plan_dearerLaunch_earnsLess(
      @ForAll("bodies") Body body, @ForAll @DoubleRange(min = 0, max = 1e5) double usdPerKg) {
    String earthOnly = ";utility_water,0;utility_metal,0";
    Mission cheap = feasible(body, Missions.with("launch_usd_per_kg," + usdPerKg + earthOnly));
    Mission dear = feasible(body, Missions.with("launch_usd_per_kg," + (usdPerKg + 1) + earthOnly));

    assertThat(dear.netPresentValueUsd() - cheap.netPresentValueUsd())
        .isCloseTo(-17_400, within(1e-3));
  }

  @Property(tries = 200)
  void plan_noInterest_isThePlainSum(@ForAll("bodies") Body body) {
    Mission mission = feasible(body, Missions.with("discount_rate,0"));
    double plain = 17_400 * 4253 + 1e5 * mission.equipmentKg() + 1e7 * mission.years();

    assertThat(mission.costUsd() / plain).isCloseTo(1, within(ROUNDING));
  }

  @Property(tries = 200)
  void plan_pricesAtTheDestination_countInProportion(
      @ForAll("bodies") Body body, @ForAll @DoubleRange(min = 0.01, max = 1e6) double level) {
    Mission now = feasible(body, Missions.BUNDLED);
    Mission then = feasible(body, Missions.with("price_level," + level));

    assertThat(then.costUsd()).isEqualTo(now.costUsd());
    assertThat(then.revenueUsd())
        .isCloseTo(level * now.revenueUsd(), within(ROUNDING * level * now.revenueUsd() + 1e-9));
  }

  @Property
  void plan_certainty_isNotBetterThanTheMeanOfTheClasses(@ForAll("bodies") Body body) {
    Mission whole = feasible(body, Missions.BUNDLED);
    double mean = 0;
    for (SpectralClass possible : body.weights().possible()) {
      Body certain = new Body(body.a, body.e, body.i, ClassWeights.certain(possible), body.massKg);
      mean += body.weights().of(possible) * feasible(certain, Missions.BUNDLED).revenueUsd();
    }

    // Each class alone may go to its own best place: knowing the class never hurts.
    assertThat(whole.revenueUsd()).isLessThanOrEqualTo(mean * (1 + ROUNDING) + 1e-6);
  }

  /** The short cuts of the model leave out only destinations that earn less. */
  @Property(tries = 200)
  void plan_destination_isTheBestOfAllThree(@ForAll("bodies") Body body) {
    Mission mission = feasible(body, Missions.BUNDLED);
    double discount = new Budget(MissionParameters.bundled().costs()).discount(mission.years());
    Map<Destination, Double> usd = new EnumMap<>(Destination.class);
    for (Destination destination : Destination.values()) {
      usd.put(destination, discount * sale(body, destination, mission));
    }

    double best = usd.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    assertThat(mission.revenueUsd()).isCloseTo(best, within(ROUNDING * best + 1e-9));
    if (mission.destination() != null) {
      assertThat(usd.get(mission.destination())).isCloseTo(best, within(ROUNDING * best + 1e-9));
    }
  }

  private static double sale(Body body, Destination destination, Mission mission) {
    MissionParameters parameters = MissionParameters.bundled();
    var reached = Missions.reach(body.a, body.e, body.i);
    double back =
        reached.rendezvousKmPerSecond()
            + destination.captureKmPerSecond(reached.hyperbolicExcessKmPerSecond(), 0.45);
    double waterPerDryKg = 1.286 * Math.expm1(back / SHIP.exhaustKmPerSecond());
    double dry = SHIP.burn(reached.deltaV().kmPerSecond()).dry();
    Delivery delivery = new Delivery();
    var holds =
        new Market(PriceList.bundled(), parameters).holds(Compositions.bundled(), destination);
    for (SpectralClass possible : body.weights().possible()) {
      holds
          .get(possible)
          .load(mission.minedKg(), waterPerDryKg, dry, body.weights().of(possible), delivery);
    }
    return delivery.usd();
  }

  @Property
  void load_noOtherLoad_earnsMore(
      @ForAll @DoubleRange(min = 1e3, max = 1e6) double mined,
      @ForAll @DoubleRange(min = 0, max = 6) double waterPerDryKg,
      @ForAll @DoubleRange(min = 0, max = 3000) double dry,
      @ForAll @DoubleRange(min = 0, max = 1) double metalTaken,
      @ForAll @DoubleRange(min = 0, max = 1) double preciousTaken) {
    for (Destination destination : Destination.values()) {
      for (String code : List.of("C", "B", "S", "M", "P")) {
        Hold hold = hold(destination, code);
        Delivery best = new Delivery();
        hold.load(mined, waterPerDryKg, dry, 1, best);
        double metal = metalTaken * mined * hold.metal();
        double precious = preciousTaken * mined * hold.precious();
        double left = mined * hold.water() - waterPerDryKg * (dry + metal + precious);
        if (left >= 0) {
          double share = hold.arrivingShare();
          double other =
              hold.metalGood().usd(share * metal)
                  + hold.preciousGood().usd(share * precious)
                  + hold.waterUsd() * share * left / (1 + waterPerDryKg);
          assertThat(other).isLessThanOrEqualTo(best.usd() * (1 + ROUNDING) + 1e-6);
        }
      }
    }
  }

  private static Hold hold(Destination destination, String code) {
    return new Market(PriceList.bundled(), MissionParameters.bundled())
        .holds(Compositions.bundled(), destination)
        .get(SpectralClass.ofCode(code).orElseThrow());
  }
}
