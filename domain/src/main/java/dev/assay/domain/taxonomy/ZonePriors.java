package dev.assay.domain.taxonomy;

import dev.assay.domain.table.DataTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How frequent each class is in each zone, before anything is known of a body but its orbit. */
public final class ZonePriors {

  private static final List<String> CLASSES =
      List.of("S", "Q", "C", "Ch", "B", "P", "M", "E", "D", "K", "L", "V", "A", "R", "O");
  private static final double ROUNDING = 1e-6;

  private final Map<OrbitZone, ClassWeights> priors;
  private final Map<OrbitZone, String> sources;

  private ZonePriors(Map<OrbitZone, ClassWeights> priors, Map<OrbitZone, String> sources) {
    this.priors = priors;
    this.sources = sources;
  }

  /**
   * The table of this library.
   *
   * @return shares by number above about 1 km
   */
  public static ZonePriors bundled() {
    return parse("zones.csv", DataTable.bundled("zones.csv"));
  }

  /**
   * Reads a table with a column {@code zone}, one per class, and {@code source}.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the priors
   * @throws dev.assay.domain.table.BadTableException if a row does not sum to 1, a zone is missing,
   *     unknown or doubled, or the table is malformed
   */
  public static ZonePriors parse(String name, String text) {
    List<String> columns = new ArrayList<>(List.of("zone"));
    columns.addAll(CLASSES);
    columns.add("source");
    DataTable table = DataTable.parse(name, text, columns);
    Map<OrbitZone, ClassWeights> priors = new EnumMap<>(OrbitZone.class);
    Map<OrbitZone, String> sources = new EnumMap<>(OrbitZone.class);
    for (DataTable.Row row : table.rows()) {
      OrbitZone zone = zone(row);
      if (priors.put(zone, weights(row)) != null) {
        throw row.bad("zone", "has a row already");
      }
      sources.put(zone, row.text("source"));
    }
    for (OrbitZone zone : OrbitZone.values()) {
      if (!priors.containsKey(zone)) {
        throw table.bad("no row for zone " + zone);
      }
    }
    return new ZonePriors(priors, sources);
  }

  private static OrbitZone zone(DataTable.Row row) {
    String name = row.text("zone");
    for (OrbitZone zone : OrbitZone.values()) {
      if (zone.name().equals(name)) {
        return zone;
      }
    }
    throw row.bad("zone", "unknown zone '" + name + "'");
  }

  private static ClassWeights weights(DataTable.Row row) {
    double[] weights = new double[SpectralClass.COUNT];
    double sum = 0;
    for (String code : CLASSES) {
      double share = row.number(code, 0, 1);
      weights[SpectralClass.ofCode(code).orElseThrow().ordinal()] = share;
      sum += share;
    }
    if (Math.abs(sum - 1) > ROUNDING) {
      throw row.bad("S..O", "the shares sum to " + sum + ", not to 1");
    }
    return ClassWeights.normalised(weights);
  }

  /**
   * The class shares of a zone.
   *
   * @param zone which
   * @return weights that sum to 1
   */
  public ClassWeights of(OrbitZone zone) {
    // Every zone has a row: parse() has checked it.
    return Objects.requireNonNull(priors.get(zone));
  }

  /**
   * What the class shares of a zone rest on.
   *
   * @param zone which
   * @return the citation in the table
   */
  public String source(OrbitZone zone) {
    return Objects.requireNonNull(sources.get(zone));
  }
}
