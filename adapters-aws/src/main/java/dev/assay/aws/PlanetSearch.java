package dev.assay.aws;

import dev.assay.ports.PlanetEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Finds planets of one generation. They are few enough to be read all. */
final class PlanetSearch {

  /** The same bar as that of the local catalogue. */
  private static final double RESEMBLING = 0.85;

  private final DynamoDb db;
  private final String table;
  private final Generation generation;

  PlanetSearch(DynamoDb db, String table, Generation generation) {
    this.db = db;
    this.table = table;
    this.generation = generation;
  }

  private List<PlanetEntry> all() {
    List<PlanetEntry> planets = new ArrayList<>();
    String partition = PlanetPages.partition(generation, generation.planets());
    db.forEach(table, partition, page -> planets.addAll(PlanetPages.planets(page)));
    return planets;
  }

  List<PlanetEntry> heaviest(int limit) {
    return all().stream().limit(limit).toList();
  }

  List<PlanetEntry> find(String text, int limit) {
    String wanted = PlanetEntry.key(text);
    if (wanted.isEmpty()) {
      return List.of();
    }
    return all().stream()
        .filter(planet -> isCalled(planet, wanted))
        .sorted(Comparator.comparing(PlanetEntry::name))
        .limit(limit)
        .toList();
  }

  private static boolean isCalled(PlanetEntry planet, String wanted) {
    String host = planet.host();
    return PlanetEntry.key(planet.name()).equals(wanted)
        || (host != null && PlanetEntry.key(host).equals(wanted));
  }

  List<PlanetEntry> similar(String text, int limit) {
    String wanted = PlanetEntry.key(text);
    ToDoubleFunction<PlanetEntry> likeness =
        planet -> JaroWinkler.similarity(PlanetEntry.key(planet.name()), wanted);
    return all().stream()
        .filter(planet -> likeness.applyAsDouble(planet) >= RESEMBLING)
        .sorted(Comparator.comparingDouble(likeness).reversed().thenComparing(PlanetEntry::name))
        .limit(limit)
        .toList();
  }
}
