package dev.assay.ports;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of the catalogue. Names and order are an interface: exports, JSON keys and scripts
 * depend on them, so columns are added at the end and never renamed.
 *
 * @param name lower-case name with its unit
 * @param type what its values are
 * @param value takes the value out of an entry; null if not known
 */
public record CatalogueColumn(
    String name, Type type, Function<CatalogueEntry, @Nullable Object> value) {

  /** What the values of a column are. */
  public enum Type {
    /** {@link String}. */
    TEXT,
    /** {@link Double}, finite. */
    REAL,
    /** {@link Long}. */
    INTEGER,
    /** {@link Boolean}. */
    FLAG
  }

  /** All columns in order. */
  public static final List<CatalogueColumn> ALL =
      List.of(
          text("designation", CatalogueEntry::designation),
          text("name", CatalogueEntry::name),
          text("full_name", CatalogueEntry::fullName),
          text("orbit_class", CatalogueEntry::orbitClass),
          flag("neo", CatalogueEntry::neo),
          flag("pha", CatalogueEntry::pha),
          real("a_au", CatalogueEntry::aAu),
          real("e", CatalogueEntry::e),
          real("i_deg", CatalogueEntry::iDeg),
          real("q_au", CatalogueEntry::qAu),
          real("q_aphelion_au", CatalogueEntry::aphelionAu),
          real("moid_au", CatalogueEntry::moidAu),
          real("h_mag", CatalogueEntry::hMag),
          real("diameter_km", CatalogueEntry::diameterKm),
          real("diameter_sigma_ln", CatalogueEntry::diameterSigmaLn),
          text("diameter_source", CatalogueEntry::diameterSource),
          real("albedo", CatalogueEntry::albedo),
          text("spectral_type", CatalogueEntry::spectralType),
          text("spectral_class", CatalogueEntry::spectralClass),
          real("class_confidence", CatalogueEntry::classConfidence),
          real("mass_kg", CatalogueEntry::massKg),
          real("mass_sigma_ln", CatalogueEntry::massSigmaLn),
          text("mass_source", CatalogueEntry::massSource),
          real("delta_v_km_s", CatalogueEntry::deltaVKmS),
          text("delta_v_quality", CatalogueEntry::deltaVQuality),
          real("value_usd", CatalogueEntry::valueUsd),
          real("value_low_usd", CatalogueEntry::valueLowUsd),
          real("value_high_usd", CatalogueEntry::valueHighUsd),
          real("profit_usd", CatalogueEntry::profitUsd),
          real("accessibility", CatalogueEntry::accessibility),
          text("model", CatalogueEntry::model),
          real("h_sigma_mag", CatalogueEntry::hSigmaMag),
          text("class_source", CatalogueEntry::classSource),
          real("gm_km3_s2", CatalogueEntry::gmKm3S2),
          integer("mass_measurements", CatalogueEntry::massMeasurements),
          text("flags", CatalogueEntry::flags),
          text("mission_status", CatalogueEntry::missionStatus),
          text("mission_destination", CatalogueEntry::missionDestination),
          real("mission_years", CatalogueEntry::missionYears),
          real("mission_payload_kg", CatalogueEntry::missionPayloadKg),
          real("mission_return_km_s", CatalogueEntry::missionReturnKmS),
          real("break_even_price_factor", CatalogueEntry::breakEvenPriceFactor));

  private static CatalogueColumn text(
      String name, Function<CatalogueEntry, @Nullable Object> value) {
    return new CatalogueColumn(name, Type.TEXT, value);
  }

  private static CatalogueColumn real(
      String name, Function<CatalogueEntry, @Nullable Object> value) {
    return new CatalogueColumn(name, Type.REAL, value);
  }

  private static CatalogueColumn integer(
      String name, Function<CatalogueEntry, @Nullable Object> value) {
    return new CatalogueColumn(name, Type.INTEGER, value);
  }

  private static CatalogueColumn flag(
      String name, Function<CatalogueEntry, @Nullable Object> value) {
    return new CatalogueColumn(name, Type.FLAG, value);
  }

  /**
   * Rebuilds an entry from the values of its columns.
   *
   * @param values one per column of {@link #ALL}, in order, each of the column's type or null
   * @return the entry
   * @throws IllegalArgumentException if their number is wrong or one that must be known is null
   */
  public static CatalogueEntry entry(List<? extends @Nullable Object> values) {
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

    CatalogueEntry entry() {
      return new CatalogueEntry(
          known(text()),
          text(),
          known(text()),
          known(text()),
          (Boolean) value(),
          (Boolean) value(),
          real(),
          known(real()),
          known(real()),
          known(real()),
          real(),
          real(),
          real(),
          real(),
          real(),
          text(),
          real(),
          text(),
          text(),
          real(),
          real(),
          real(),
          text(),
          real(),
          known(text()),
          real(),
          real(),
          real(),
          real(),
          real(),
          known(text()),
          real(),
          text(),
          real(),
          (Long) value(),
          text(),
          text(),
          text(),
          real(),
          real(),
          real(),
          real());
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

    private <T> T known(@Nullable T value) {
      if (value == null) {
        throw new IllegalArgumentException(ALL.get(next - 1).name() + " must not be null");
      }
      return value;
    }
  }
}
