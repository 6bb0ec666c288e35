package dev.assay.benchmark;

import dev.assay.domain.body.SmallBody;
import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.mass.ClassDensity;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.taxonomy.OrbitZone;
import dev.assay.domain.taxonomy.SpectralClass;
import dev.assay.domain.taxonomy.SpectralType;
import dev.assay.domain.taxonomy.SpectralTypeParser;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.AssayTables;
import dev.assay.domain.value.UnitValues;
import dev.assay.domain.value.Valuation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the domain's tables say of each class, of the classes in each zone, and of each type. */
final class ClassConstants {

  /** Densities are stated relative to this, so that their squares stay small (kg/m&sup3;). */
  static final double TYPICAL_DENSITY = 2000;

  private static final double FAINT = 30;

  private final AssayTables tables;
  private final AssayModel model;

  ClassConstants(AssayTables tables) {
    this.tables = tables;
    this.model = new AssayModel(tables);
  }

  String statements() {
    return classes().statements() + shares().statements() + types().statements();
  }

  private SqlTable classes() {
    SqlTable table =
        new SqlTable(
            "classes",
            "icy BOOLEAN, class INTEGER, code VARCHAR, albedo_mu DOUBLE, albedo_sigma DOUBLE,"
                + " large_mu DOUBLE, small_mu DOUBLE, density_sigma DOUBLE, unit_mu DOUBLE,"
                + " unit_sigma DOUBLE");
    addClasses(table, false, new UnitValues(tables.compositions(), tables.prices()));
    addClasses(table, true, new UnitValues(tables.compositions().icy(), tables.prices()));
    return table;
  }

  private void addClasses(SqlTable table, boolean icy, UnitValues unitValues) {
    for (SpectralClass each : SpectralClass.all()) {
      LogNormal albedo = tables.albedos().of(each);
      ClassDensity density = tables.densities().of(each);
      LogNormal unit = unitValues.of(each);
      table.add(
          icy,
          each.ordinal(),
          each.code(),
          albedo.mu(),
          albedo.sigmaLn(),
          density.large().mu() - Math.log(TYPICAL_DENSITY),
          density.small().mu() - Math.log(TYPICAL_DENSITY),
          density.small().sigmaLn(),
          unit.mu(),
          unit.sigmaLn());
    }
  }

  /**
   * Of each zone and class: the share before an albedo is known, and share and albedo where none
   * ever is, which differ for near-Earth asteroids.
   */
  private SqlTable shares() {
    SqlTable table =
        new SqlTable(
            "shares",
            "zone INTEGER, class INTEGER, share DOUBLE, alone DOUBLE, alone_mu DOUBLE,"
                + " alone_sigma DOUBLE");
    for (int zone = 0; zone < MadeBodies.ZONES; zone++) {
      Classification alone = classification(MadeBodies.of(zone, false, FAINT, null));
      for (SpectralClass each : SpectralClass.all()) {
        LogNormal albedo = alone.albedos().get(each);
        table.add(
            zone,
            each.ordinal(),
            tables.zones().of(OrbitZone.values()[zone]).of(each),
            alone.weights().of(each),
            albedo.mu(),
            albedo.sigmaLn());
      }
    }
    return table;
  }

  private Classification classification(SmallBody body) {
    return Objects.requireNonNull(model.value(body, null).classification());
  }

  /** Of each pair of types that a made row may have, what the domain reads from it. */
  private SqlTable types() {
    SqlTable table =
        new SqlTable(
            "types",
            "types VARCHAR, spectral_type VARCHAR, quality DOUBLE, type_weights DOUBLE[],"
                + " faintest_large DOUBLE[]");
    Set<@Nullable String> smass = withNone(MadeRow.SMASS_TYPES);
    Set<@Nullable String> tholen = withNone(MadeRow.THOLEN_TYPES);
    for (String newer : smass) {
      for (String older : tholen) {
        SpectralType type = SpectralTypeParser.choose(newer, older).orElse(null);
        if (type != null) {
          List<Double> weights = new ArrayList<>();
          SpectralClass.all().forEach(c -> weights.add(type.weights().of(c)));
          String key =
              Objects.requireNonNullElse(newer, "") + "/" + Objects.requireNonNullElse(older, "");
          table.add(key, type.text(), type.quality(), weights, faintestLarge(newer, older));
        }
      }
    }
    return table;
  }

  private static Set<@Nullable String> withNone(String[] types) {
    Set<@Nullable String> all = new LinkedHashSet<>(List.of(types).stream().distinct().toList());
    all.add(null);
    return all;
  }

  /** Of each zone, the H up to which a body of these types is as large as the limit. */
  private List<Double> faintestLarge(@Nullable String smass, @Nullable String tholen) {
    List<Double> limits = new ArrayList<>();
    for (int zone = 0; zone < MadeBodies.ZONES; zone++) {
      SmallBody.Builder body = MadeBodies.in(zone).absoluteMagnitude(FAINT);
      if (smass != null) {
        body.smassType(smass);
      }
      if (tholen != null) {
        body.tholenType(tholen);
      }
      limits.add(faintestLarge(model.value(body.build(), null), FAINT, tables));
    }
    return limits;
  }

  /** The H at which a body alike but for its H is as large as the limit of small bodies. */
  static double faintestLarge(Valuation valuation, double h, AssayTables tables) {
    double kilometres = Objects.requireNonNull(valuation.diameter()).median().kilometres();
    double limit = tables.assumptions().smallBodyLimitKm();
    return h + Math.log(kilometres / limit) / MadeBodies.LN_DIAMETER_PER_MAGNITUDE;
  }
}
