package dev.assay.domain.composition;

import java.util.Locale;
import java.util.Optional;

/**
 * What the composition tables name: phases as mass fractions, trace metals in parts per million.
 */
public enum Component {
  /** Water bound in minerals. */
  WATER(1),
  /** Iron-nickel alloy, the only part whose iron, nickel and cobalt count as recoverable. */
  METAL(1),
  /** Iron sulfide. */
  SULFIDE(1),
  /** Carbon and organic matter. */
  CARBON(1),
  /** Platinum. */
  PLATINUM(1e-6),
  /** Palladium. */
  PALLADIUM(1e-6),
  /** Rhodium. */
  RHODIUM(1e-6),
  /** Ruthenium. */
  RUTHENIUM(1e-6),
  /** Iridium. */
  IRIDIUM(1e-6),
  /** Osmium. */
  OSMIUM(1e-6),
  /** Gold. */
  GOLD(1e-6);

  private final double unit;

  Component(double unit) {
    this.unit = unit;
  }

  /**
   * What a table's number is multiplied by to become a mass fraction.
   *
   * @return 1 for phases, 1e-6 for trace metals
   */
  double unit() {
    return unit;
  }

  /**
   * Whether this is one of the phases that share the body's mass.
   *
   * @return false for trace metals, which sit inside the phases
   */
  public boolean isPhase() {
    return unit == 1;
  }

  /**
   * The component that tables call so.
   *
   * @param name lower-case name, such as "platinum"
   * @return the component, or empty if there is none
   */
  static Optional<Component> ofName(String name) {
    for (Component component : values()) {
      if (component.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }
}
