package dev.assay.ports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All planets of a generation: few enough to be handed over at once.
 *
 * @param generation where they go
 * @param planets at most {@link #MOST}, no two of the same name, in any order
 */
public record PlanetTable(GenerationId generation, List<PlanetEntry> planets) {

  /** The most planets that a generation holds; about 6,400 are known in 2026. */
  public static final int MOST = 100_000;

  public PlanetTable {
    planets = List.copyOf(planets);
    if (planets.size() > MOST) {
      throw new IllegalArgumentException(planets.size() + " planets where " + MOST + " fit");
    }
    Set<String> names = new HashSet<>();
    for (PlanetEntry planet : planets) {
      if (!names.add(planet.name())) {
        throw new IllegalArgumentException("two planets are called " + planet.name());
      }
    }
  }
}
