package dev.assay.domain.mission;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * What one number of a mission would have to be for the mission to pay.
 *
 * <p>The net present value grows with the price level: cost does not depend on it and the revenue
 * is proportional to it, so there is exactly one break-even level where there is any revenue. The
 * launch price works both ways, because what launches from Earth cost is also what goods in space
 * are worth: the value is a maximum of functions convex in it, less a linear cost, hence convex
 * (but for what saturates). Where even free launches do not pay, at most one launch price separates
 * missions that pay, above it, from those that do not.
 */
public final class BreakEven {

  /** No price is believed to change by more than this. */
  private static final double LARGEST_LEVEL = 1e12;

  /** A thousand times what the Space Shuttle cost (US dollars per kg). */
  private static final double LARGEST_LAUNCH_PRICE = 5e7;

  private static final double RELATIVE_ACCURACY = 1e-10;
  private static final double ABSOLUTE_ACCURACY = 1e-9;
  private static final int MOST_STEPS = 500;

  private static final String NOTHING =
      "nothing comes back: the mined water does not suffice for the way home";

  private final MissionModel model;
  private final Plan plan;

  /** The mission to one body by a model. */
  @FunctionalInterface
  public interface Plan {

    /**
     * Plans it.
     *
     * @param model with the parameters to use
     * @return the mission, or why there is none
     */
    MissionOutcome by(MissionModel model);
  }

  /** A break-even, or that there is none. */
  public sealed interface Answer permits Pays, None {}

  /**
   * Where the mission begins to pay.
   *
   * @param at the price level (a factor) or launch price (US dollars per kg)
   * @param above whether it pays above, rather than below
   */
  public record Pays(double at, boolean above) implements Answer {}

  /**
   * There is no such point: it pays nowhere, or everywhere.
   *
   * @param reason why, in words for a reader
   */
  public record None(String reason) implements Answer {}

  /**
   * Asks about one mission.
   *
   * @param model with the parameters that are the starting point
   * @param plan the mission to the body
   */
  public BreakEven(MissionModel model, Plan plan) {
    this.model = model;
    this.plan = plan;
  }

  /**
   * The factor on all prices at the destination, relative to those of the model.
   *
   * @return pays above a factor, or none
   */
  public Answer priceLevel() {
    if (!(plan.by(model) instanceof Mission mission)) {
      return new None(reason());
    }
    if (mission.destination() == null) {
      return new None(NOTHING);
    }
    double now = model.parameters().prices().level();
    // The logarithm of the factor: prices that would have to rise a millionfold are not rare.
    DoubleUnaryOperator value =
        ln -> npv(model.with(model.parameters().withPriceLevel(now * Math.exp(ln))));
    double lowest = -Math.log(LARGEST_LEVEL);
    double highest = Math.log(LARGEST_LEVEL);
    if (value.applyAsDouble(highest) < 0) {
      return new None("even prices a million million times higher would not do");
    }
    if (value.applyAsDouble(lowest) >= 0) {
      return new None("it pays at any price: there is no cost");
    }
    return new Pays(Math.exp(root(value, lowest, highest)), true);
  }

  /**
   * The price of a launch to low Earth orbit, in US dollars per kg.
   *
   * @return pays below or above a price, or none
   */
  public Answer launchPrice() {
    if (!(plan.by(model) instanceof Mission mission)) {
      return new None(reason());
    }
    if (mission.destination() == null) {
      return new None(NOTHING);
    }
    DoubleUnaryOperator value =
        usdPerKg -> npv(model.with(model.parameters().withLaunchPrice(usdPerKg)));
    double today = model.parameters().costs().launchUsdPerKg();
    double free = value.applyAsDouble(0);
    boolean paysWhenDear = value.applyAsDouble(LARGEST_LAUNCH_PRICE) >= 0;
    if (free >= 0) {
      // Up to two prices bound what does not pay; the lower one is nearer to what is hoped for.
      double dearest = value.applyAsDouble(today) < 0 ? today : LARGEST_LAUNCH_PRICE;
      return value.applyAsDouble(dearest) < 0
          ? new Pays(root(value, 0, dearest), false)
          : new None("it pays at any launch price");
    }
    if (!paysWhenDear) {
      return new None(
          "free launches would leave development and operations unpaid, and dearer ones cost more"
              + " than they add to the worth of goods in space");
    }
    return new Pays(root(value, 0, LARGEST_LAUNCH_PRICE), true);
  }

  private String reason() {
    return plan.by(model) instanceof NoMission none ? none.reason() : NOTHING;
  }

  private double npv(MissionModel changed) {
    return plan.by(changed) instanceof Mission mission
        ? mission.netPresentValueUsd()
        : Double.NEGATIVE_INFINITY;
  }

  private static double root(DoubleUnaryOperator value, double low, double high) {
    return new BrentSolver(RELATIVE_ACCURACY, ABSOLUTE_ACCURACY)
        .solve(MOST_STEPS, value::applyAsDouble, low, high);
  }
}
