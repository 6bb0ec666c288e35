package dev.assay.ports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Planets for tests: complete ones that a test changes where it cares. Immutable; the numbers are
 * plausible, not computed.
 */
public final class Planets {

  private final List<@Nullable Object> values;

  private Planets(List<@Nullable Object> values) {
    this.values = values;
  }

  /** A planet of which everything is known. */
  public static Planets aPlanet() {
    return of(
        new PlanetEntry(
            "Kepler-10 b",
            "Kepler-10",
            "Transit",
            2011L,
            0.83749,
            185.5,
            1.47,
            1.45,
            1.5,
            3.33,
            2.84,
            3.82,
            "mass",
            5780.0,
            4900.0,
            6700.0,
            3.33,
            "Mass",
            "upper"));
  }

  /** A planet of which nothing but its name is known. */
  public static Planets anUnknownPlanet(String name) {
    Planets planet = aPlanet().withName(name);
    for (PlanetColumn column : PlanetColumn.ALL.subList(1, PlanetColumn.ALL.size())) {
      planet = planet.with(column.name(), null);
    }
    return planet;
  }

  /** A planet of a name and a mass (Earth masses). */
  public static Planets aPlanet(String name, @Nullable Double massEarths) {
    return aPlanet().withName(name).with("mass_earths", massEarths);
  }

  /** Starts from an entry. */
  public static Planets of(PlanetEntry entry) {
    List<@Nullable Object> values = new ArrayList<>();
    for (PlanetColumn column : PlanetColumn.ALL) {
      values.add(column.value().apply(entry));
    }
    return new Planets(values);
  }

  /** The same planet with another value in a column. */
  public Planets with(String column, @Nullable Object value) {
    int index =
        IntStream.range(0, PlanetColumn.ALL.size())
            .filter(i -> PlanetColumn.ALL.get(i).name().equals(column))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no column " + column));
    List<@Nullable Object> changed = new ArrayList<>(values);
    changed.set(index, value);
    return new Planets(changed);
  }

  /** Sets the name; the star stays. */
  public Planets withName(String name) {
    return with("name", name);
  }

  /** The entry. */
  public PlanetEntry entry() {
    return PlanetColumn.entry(values);
  }
}
