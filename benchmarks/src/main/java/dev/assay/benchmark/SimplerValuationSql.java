package dev.assay.benchmark;

import dev.assay.domain.estimate.Estimate;
import dev.assay.domain.mass.Mass;
import dev.assay.domain.size.Diameter;
import dev.assay.domain.taxonomy.Classification;
import dev.assay.domain.value.AssayModel;
import dev.assay.domain.value.GrossValue;
import dev.assay.domain.value.Valuation;
import java.util.Objects;

/**
 * The load of a refresh as DuckDB's own SQL with a simpler valuation than {@link ValuationSql},
 * into a table of the same columns.
 *
 * <p>It does less than Assay does. The class of a body follows from its zone or its spectral type
 * alone: a measured albedo is used for nothing but the diameter, where Assay computes posterior
 * weights over the classes; the ends of the interval of a value are scaled constants, where Assay
 * solves for the quantiles of a mixture; there is no mission, and published masses, duplicates,
 * rejected rows and reports are left out. So a refresh that is as fast as this statement does more
 * in the same time.
 */
final class SimplerValuationSql {

  private static final double BRIGHT = 5;
  private static final double FAINT = 25;

  private SimplerValuationSql() {}

  /**
   * The statements.
   *
   * @param rawRows query that reads the catalogue, see {@link RawRows}
   * @return separated by semicolons
   */
  static String of(String rawRows) {
    return kinds().statements()
        + "CREATE TABLE bodies AS\n"
        + "WITH raw AS ("
        + rawRows
        + "),\n"
        + BODY
        + ";\nCHECKPOINT";
  }

  /** Delta-v by the formulae of the domain, diameter, mass and value scaled from constants. */
  private static final String BODY =
      """
      orbit AS (SELECT *,
        n_a * (1 + n_e) AS aphelion,
        2 * pow(sin(radians(n_i) / 4), 2) AS c,
        sqrt(1 - n_e) AS s,
        CASE WHEN n_a < 1 THEN 0 WHEN n_a * (1 - n_e) <= 1 THEN 1 ELSE 2 END AS branch,
        CASE WHEN n_q < 1.3 THEN 0 WHEN n_a < 2.0 THEN 1 WHEN n_a < 2.5 THEN 2
          WHEN n_a < 2.82 THEN 3 WHEN n_a < 3.27 THEN 4 WHEN n_a < 3.7 THEN 5
          WHEN n_a < 4.6 THEN 6 WHEN n_a < 5.5 THEN 7 ELSE 8 END AS zone,
        coalesce(n_diameter, 1329 / sqrt(coalesce(n_albedo, 0.15)) * pow(10, -n_H / 5)) < 30
          AS small
        FROM raw),
      speeds AS (SELECT *,
        CASE WHEN branch = 0
          THEN 2 * pow(aphelion - 1, 2) / (1 + sqrt(aphelion * (2 - aphelion)))
            + 2 * sqrt(aphelion * (2 - aphelion)) * c
          ELSE pow(sqrt(2 / (1 + 1 / aphelion)) - 1, 2) + 2 * sqrt(2 / (1 + 1 / aphelion)) * c
          END AS ut2,
        CASE WHEN branch = 0 THEN abs(sqrt(2 - aphelion) - 1) / sqrt(aphelion)
          WHEN branch = 1 THEN abs(1 - sqrt(2 / (aphelion + 1))) / sqrt(aphelion)
          ELSE sqrt(pow(1 - sqrt(2 / (aphelion + 1)), 2) + 2 * sqrt(2 / (aphelion + 1)) * c)
            / sqrt(aphelion) END AS uc,
        sqrt(pow(1 - s, 2) + CASE WHEN branch = 2 THEN 0 ELSE 2 * s * c END) / sqrt(aphelion) AS ur
        FROM orbit),
      sized AS (SELECT speeds.*, kinds.*,
        30 * (sqrt(ut2 + 2 * pow(7.727 / 29.784, 2)) - 7.727 / 29.784 + abs(uc - ur)) + 0.5 AS dv,
        coalesce(n_diameter, CASE WHEN n_albedo IS NULL THEN d0
          ELSE 1329 / sqrt(n_albedo) END * pow(10, -n_H / 5)) AS d,
        sqrt(CASE WHEN n_diameter IS NULL
          THEN pow(d_sigma, 2) + pow(0.4605 * coalesce(n_H_sigma, 0.3), 2)
          ELSE pow(coalesce(n_diameter_sigma / n_diameter, 0.1), 2) END) AS dsigma
        FROM speeds JOIN kinds USING (zone, small)),
      weighed AS (SELECT *, coalesce(n_GM / 6.6743e-20, m_per_d3 * d * d * d) AS mass FROM sized)
      SELECT pdes AS designation, name, full_name, class AS orbit_class, neo, pha, n_a AS a_au,
        n_e AS e, n_i AS i_deg, n_a * (1 - n_e) AS q_au, aphelion AS q_aphelion_au,
        n_moid AS moid_au, n_H AS h_mag, d AS diameter_km, dsigma AS diameter_sigma_ln,
        CASE WHEN n_diameter IS NOT NULL THEN 'measured' WHEN n_albedo IS NOT NULL THEN 'h-albedo'
          ELSE 'h-class-albedo' END AS diameter_source,
        n_albedo AS albedo, coalesce(spec_B, spec_T) AS spectral_type,
        coalesce(spec_B, spec_T, likely) AS spectral_class, confidence AS class_confidence,
        mass AS mass_kg, sqrt(9 * dsigma * dsigma + m_sigma * m_sigma) AS mass_sigma_ln,
        CASE WHEN n_GM IS NULL THEN 'diameter-density' ELSE 'gm' END AS mass_source,
        dv AS delta_v_km_s,
        CASE WHEN aphelion > 5.5 THEN 'not-practical' WHEN n_q > 1.3 THEN 'extrapolated'
          ELSE 'nominal' END AS delta_v_quality,
        mass * v_per_m AS value_usd, mass * v_per_m * low AS value_low_usd,
        mass * v_per_m * high AS value_high_usd, NULL::DOUBLE AS profit_usd,
        exp(-greatest(0, dv - 3.7238) / 4.4) AS accessibility, 'sql' AS model,
        n_H_sigma AS h_sigma_mag,
        CASE WHEN spec_B IS NOT NULL OR spec_T IS NOT NULL THEN 'spectral-type'
          WHEN n_albedo IS NOT NULL THEN 'zone-albedo' ELSE 'zone' END AS class_source,
        n_GM AS gm_km3_s2, NULL::BIGINT AS mass_measurements, 0 AS source_number, 0::BIGINT AS
        source_row
      FROM weighed""";

  /** What the domain says of one body of each zone, as constants to scale by. */
  private static SqlTable kinds() {
    SqlTable table =
        new SqlTable(
            "kinds",
            "zone INTEGER, small BOOLEAN, likely VARCHAR, confidence DOUBLE, d0 DOUBLE,"
                + " d_sigma DOUBLE, m_per_d3 DOUBLE, m_sigma DOUBLE, v_per_m DOUBLE, low DOUBLE,"
                + " high DOUBLE");
    AssayModel model = AssayModel.withBundledTables();
    for (int zone = 0; zone < MadeBodies.ZONES; zone++) {
      for (double h : new double[] {BRIGHT, FAINT}) {
        add(table, zone, h, model.value(MadeBodies.of(zone, false, h, null), null));
      }
    }
    return table;
  }

  private static void add(SqlTable table, int zone, double h, Valuation valuation) {
    Estimate<Diameter> diameter = Objects.requireNonNull(valuation.diameter());
    Estimate<Mass> mass = Objects.requireNonNull(valuation.mass());
    GrossValue value = Objects.requireNonNull(valuation.grossValue());
    Classification classes = Objects.requireNonNull(valuation.classification());
    double d = diameter.median().kilometres();
    double m = mass.median().kilograms();
    table.add(
        zone,
        h == FAINT,
        Objects.requireNonNull(valuation.spectralClass()).code(),
        classes.weights().confidence(),
        d * Math.pow(10, h / 5),
        diameter.sigmaLn(),
        m / (d * d * d),
        mass.sigmaLn(),
        value.usd() / m,
        value.lowUsd() / value.usd(),
        value.highUsd() / value.usd());
  }
}
