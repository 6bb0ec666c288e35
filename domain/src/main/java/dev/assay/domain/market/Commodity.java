package dev.assay.domain.market;

import dev.assay.domain.composition.Component;
import java.util.Locale;
import java.util.Optional;

/** What a body can be worth something for. */
public enum Commodity {
  /** Water bound in minerals. */
  WATER,
  /** Iron of the metal phase. */
  IRON,
  /** Nickel of the metal phase. */
  NICKEL,
  /** Cobalt of the metal phase. */
  COBALT,
  /** Platinum. */
  PLATINUM,
  /** Palladium. */
  PALLADIUM,
  /** Rhodium. */
  RHODIUM,
  /** Ruthenium. */
  RUTHENIUM,
  /** Iridium. */
  IRIDIUM,
  /** Osmium. */
  OSMIUM,
  /** Gold. */
  GOLD;

  /** Commodities that are mined, carried and sold together. */
  public enum Group {
    /** Water. */
    WATER,
    /** The iron-nickel alloy, which nobody takes apart on the way. */
    METAL,
    /** Platinum group and gold, carried as one concentrate. */
    PRECIOUS
  }

  /**
   * What it is carried with.
   *
   * @return its group
   */
  public Group group() {
    return switch (this) {
      case WATER -> Group.WATER;
      case IRON, NICKEL, COBALT -> Group.METAL;
      default -> Group.PRECIOUS;
    };
  }

  /**
   * The name in price lists.
   *
   * @return the lower-case name, such as "platinum"
   */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The trace metal of a composition table that this commodity is.
   *
   * @return the component, or empty for water and the metals of the alloy
   */
  public Optional<Component> traceMetal() {
    return switch (this) {
      case WATER, IRON, NICKEL, COBALT -> Optional.empty();
      default -> Optional.of(Component.valueOf(name()));
    };
  }
}
