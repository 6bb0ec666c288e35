package dev.assay.domain.composition;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What a class of body is made of. Silicate and oxide are what the other phases leave. */
public final class Composition {

  private static final double ROUNDING = 1e-9;

  private final Map<Component, MassFraction> fractions;

  /**
   * Takes the fractions of all components.
   *
   * @param fractions one for each component
   * @throws IllegalArgumentException if one is missing or the phases exceed the whole
   */
  public Composition(Map<Component, MassFraction> fractions) {
    this.fractions = new EnumMap<>(fractions);
    for (Component component : Component.values()) {
      if (!fractions.containsKey(component)) {
        throw new IllegalArgumentException("no fraction for " + component);
      }
    }
    if (silicate() < -ROUNDING) {
      throw new IllegalArgumentException("the phases exceed 1 by " + -silicate());
    }
  }

  /**
   * The share of a component.
   *
   * @param component which
   * @return its mass fraction with range
   */
  public MassFraction of(Component component) {
    return Objects.requireNonNull(fractions.get(component));
  }

  /**
   * The share of silicate and oxide.
   *
   * @return 1 less all other phases
   */
  public double silicate() {
    double sum = 0;
    for (Component component : Component.values()) {
      sum += component.isPhase() ? of(component).value() : 0;
    }
    return 1 - sum;
  }
}
