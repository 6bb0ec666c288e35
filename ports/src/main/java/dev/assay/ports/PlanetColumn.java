package dev.assay.ports;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of the table of planets. Names and order are an interface: columns are added at the
 * end and never renamed.
 *
 * @param name lower-case name with its unit
 * @param type what its values are
 * @param value takes the value out of an entry; null if not known
 */
public record PlanetColumn(
    String name, CatalogueColumn.Type type, Function<PlanetEntry, @Nullable Object> value) {

  /** All columns in order; only the first is always known. */
  public static final List<PlanetColumn> ALL =
      List.of(
          text("name", PlanetEntry::name),
          text("host", PlanetEntry::host),
          text("discovery_method", PlanetEntry::discoveryMethod),
          new PlanetColumn(
              "discovery_year", CatalogueColumn.Type.INTEGER, PlanetEntry::discoveryYear),
          real("orbital_period_days", PlanetEntry::orbitalPeriodDays),
          real("distance_pc", PlanetEntry::distanceParsecs),
          real("radius_earths", PlanetEntry::radiusEarths),
          real("radius_low_earths", PlanetEntry::radiusLowEarths),
          real("radius_high_earths", PlanetEntry::radiusHighEarths),
          real("mass_earths", PlanetEntry::massEarths),
          real("mass_low_earths", PlanetEntry::massLowEarths),
          real("mass_high_earths", PlanetEntry::massHighEarths),
          text("mass_source", PlanetEntry::massSource),
          real("density_kg_m3", PlanetEntry::densityKgM3),
          real("density_low_kg_m3", PlanetEntry::densityLowKgM3),
          real("density_high_kg_m3", PlanetEntry::densityHighKgM3),
          real("listed_mass_earths", PlanetEntry::listedMassEarths),
          text("listed_mass_provenance", PlanetEntry::listedMassProvenance),
          text("listed_mass_limit", PlanetEntry::listedMassLimit));

  private static PlanetColumn text(String name, Function<PlanetEntry, @Nullable Object> value) {
    return new PlanetColumn(name, CatalogueColumn.Type.TEXT, value);
  }

  private static PlanetColumn real(String name, Function<PlanetEntry, @Nullable Object> value) {
    return new PlanetColumn(name, CatalogueColumn.Type.REAL, value);
  }

  /**
   * Rebuilds an entry from the values of its columns.
   *
   * @param values one per column of {@link #ALL}, in order, each of the column's type or null
   * @return the entry
   * @throws IllegalArgumentException if their number is wrong or the name is null
   */
  public static PlanetEntry entry(List<? extends @Nullable Object> values) {
    if (values.size() != ALL.size()) {
      throw new IllegalArgumentException(values.size() + " values for " + ALL.size() + " columns");
    }
    return new Values(values).entry();
  }

  /** Takes values in column order. */
  private static final class Values {
    private final List<? extends @Nullable Object> values;
    private int next;

    Values(List<? extends @Nullable Object> values) {
      this.values = values;
    }

    PlanetEntry entry() {
      String name = text();
      if (name == null) {
        throw new IllegalArgumentException("name must not be null");
      }
      return new PlanetEntry(
          name,
          text(),
          text(),
          (Long) value(),
          real(),
          real(),
          real(),
          real(),
          real(),
          real(),
          real(),
          real(),
          text(),
          real(),
          real(),
          real(),
          real(),
          text(),
          text());
    }

    private @Nullable Object value() {
      return values.get(next++);
    }

    private @Nullable String text() {
      return (String) value();
    }

    private @Nullable Double real() {
      return (Double) value();
    }
  }
}
