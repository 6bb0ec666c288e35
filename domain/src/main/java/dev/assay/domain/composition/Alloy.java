package dev.assay.domain.composition;

/**
 * What the metal of meteorites consists of, as shares of the metal's mass.
 *
 * @param iron share of iron
 * @param nickel share of nickel
 * @param cobalt share of cobalt
 */
public record Alloy(MassFraction iron, MassFraction nickel, MassFraction cobalt) {

  public Alloy {
    double sum = iron.value() + nickel.value() + cobalt.value();
    if (sum > 1) {
      throw new IllegalArgumentException("iron, nickel and cobalt exceed the metal: " + sum);
    }
  }
}
