package dev.assay.domain.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Single numbers that the valuation assumes where nothing is stated for a body.
 *
 * @param sigmaHNearEarth error of H of near-Earth bodies (mag)
 * @param sigmaHOther error of H of other bodies (mag)
 * @param sigmaLnMeasuredDiameter relative error of a measured diameter
 * @param sigmaLnMeasuredAlbedo relative error of a measured albedo
 * @param sigmaLnGm relative error of GM
 * @param smallBodyLimitKm diameter (km) below which small-body densities hold
 * @param cometDensity bulk density of comets (kg/m&sup3;)
 * @param cometDensitySigmaLn its relative error
 * @param nearEarthDarkShare share f of dark bodies among near-Earth asteroids (Wright et al. 2016)
 * @param nearEarthDarkScale Rayleigh scale d of their albedos
 * @param nearEarthBrightScale Rayleigh scale b of the albedos of the others
 * @param distantBrightH magnitude up to which bodies beyond 5.5 au are as bright as dwarf planets
 *     (mag)
 * @param distantBrightAlbedo albedo of these
 * @param distantFaintH magnitude from which bodies beyond 5.5 au are dark (mag), above the other
 * @param distantFaintAlbedo albedo of these; ln p is linear in H between the two
 * @param distantAlbedoSigmaLn its standard deviation of ln
 */
public record Assumptions(
    double sigmaHNearEarth,
    double sigmaHOther,
    double sigmaLnMeasuredDiameter,
    double sigmaLnMeasuredAlbedo,
    double sigmaLnGm,
    double smallBodyLimitKm,
    double cometDensity,
    double cometDensitySigmaLn,
    double nearEarthDarkShare,
    double nearEarthDarkScale,
    double nearEarthBrightScale,
    double distantBrightH,
    double distantBrightAlbedo,
    double distantFaintH,
    double distantFaintAlbedo,
    double distantAlbedoSigmaLn) {

  private static final List<String> COLUMNS = List.of("name", "value", "source");

  /**
   * The table of this library.
   *
   * @return its assumptions
   */
  public static Assumptions bundled() {
    return parse("assumptions.csv", DataTable.bundled("assumptions.csv"));
  }

  /**
   * Reads a table with the columns {@code name,value,source}.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the assumptions
   * @throws BadTableException if one is missing, unknown, doubled or out of its range
   */
  public static Assumptions parse(String name, String text) {
    DataTable table = DataTable.parse(name, text, COLUMNS);
    Map<String, DataTable.Row> rows = new LinkedHashMap<>();
    for (DataTable.Row row : table.rows()) {
      row.text("source");
      if (rows.put(row.text("name"), row) != null) {
        throw row.bad("name", "has a row already");
      }
    }
    Assumptions assumptions = take(table, rows);
    for (DataTable.Row unknown : rows.values()) {
      throw unknown.bad("name", "unknown assumption '" + unknown.text("name") + "'");
    }
    return assumptions;
  }

  private static Assumptions take(DataTable table, Map<String, DataTable.Row> rows) {
    return new Assumptions(
        take(table, rows, "sigma_h_near_earth_mag", 0, 5),
        take(table, rows, "sigma_h_other_mag", 0, 5),
        take(table, rows, "sigma_ln_measured_diameter", 0, 2),
        take(table, rows, "sigma_ln_measured_albedo", 0, 2),
        take(table, rows, "sigma_ln_gm", 0, 2),
        take(table, rows, "small_body_limit_km", 0, 1000),
        take(table, rows, "comet_density_kg_per_m3", 100, 3000),
        take(table, rows, "comet_density_sigma_ln", 0.01, 2),
        take(table, rows, "near_earth_dark_share", 0, 1),
        take(table, rows, "near_earth_dark_scale", 0.001, 1),
        take(table, rows, "near_earth_bright_scale", 0.001, 1),
        take(table, rows, "distant_bright_h_mag", -5, 3),
        take(table, rows, "distant_bright_albedo", 0.01, 1),
        take(table, rows, "distant_faint_h_mag", 3.1, 20),
        take(table, rows, "distant_faint_albedo", 0.01, 1),
        take(table, rows, "distant_albedo_sigma_ln", 0.01, 2));
  }

  private static double take(
      DataTable table, Map<String, DataTable.Row> rows, String name, double low, double high) {
    DataTable.Row row = rows.remove(name);
    if (row == null) {
      throw table.bad("no row for " + name);
    }
    return row.number("value", low, high);
  }

  /**
   * Whether a body is taken for small: those are the more porous ones.
   *
   * @param kilometres its median diameter (km)
   * @return true below the limit
   */
  public boolean isSmall(double kilometres) {
    return kilometres < smallBodyLimitKm;
  }
}
