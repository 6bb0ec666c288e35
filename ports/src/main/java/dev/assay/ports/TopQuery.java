package dev.assay.ports;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the best bodies.
 *
 * @param by what to rank by
 * @param limit the most bodies wanted, 1 or more
 * @param orbitClasses only these orbit classes; empty for all
 * @param nearEarthOnly only near-Earth bodies
 * @param maxDeltaVKmS only bodies with a delta-v up to this (km/s); null for all
 * @param spectralClass only bodies whose most likely class is this; null for all
 */
public record TopQuery(
    Ranking by,
    int limit,
    Set<String> orbitClasses,
    boolean nearEarthOnly,
    @Nullable Double maxDeltaVKmS,
    @Nullable String spectralClass) {

  public TopQuery {
    orbitClasses = Set.copyOf(orbitClasses);
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, was " + limit);
    }
  }

  /** What bodies are ranked by. */
  public enum Ranking {
    /** Gross in-situ value, highest first. */
    VALUE("value_usd", false),
    /** Profit, highest first. */
    PROFIT("profit_usd", false),
    /** Factor on prices at which a mission would pay, lowest first. */
    BREAK_EVEN("break_even_price_factor", true),
    /** Accessibility, highest first. */
    ACCESSIBILITY("accessibility", false),
    /** Delta-v, lowest first. */
    DELTA_V("delta_v_km_s", true),
    /** Mass, highest first. */
    MASS("mass_kg", false),
    /** Diameter, highest first. */
    DIAMETER("diameter_km", false);

    private final String column;
    private final boolean lowestFirst;

    Ranking(String column, boolean lowestFirst) {
      this.column = column;
      this.lowestFirst = lowestFirst;
    }

    /**
     * The name users know it by.
     *
     * @return for example "delta-v"
     */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The column ranked by.
     *
     * @return its name
     */
    public String column() {
      return column;
    }

    /**
     * Which end is best.
     *
     * @return true if the smallest number is
     */
    public boolean lowestFirst() {
      return lowestFirst;
    }
  }
}
