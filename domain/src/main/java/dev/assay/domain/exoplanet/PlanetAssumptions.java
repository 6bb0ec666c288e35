package dev.assay.domain.exoplanet;

import dev.assay.domain.table.DataTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Single numbers that the masses of planets of other stars rest on.
 *
 * @param terranCoefficient radius of a planet of one Earth mass (Earth radii)
 * @param noPointMassAbove radius above which a radius gives an interval of masses only (Earth
 *     radii)
 * @param largestMass the most that a planet weighs (Earth masses)
 * @param earthDensity mean density of the Earth (kg/m&sup3;)
 */
public record PlanetAssumptions(
    double terranCoefficient, double noPointMassAbove, double largestMass, double earthDensity) {

  private static final String FILE = "exoplanets.csv";

  /**
   * The table of this library.
   *
   * @return its assumptions
   */
  public static PlanetAssumptions bundled() {
    return parse(FILE, DataTable.bundled(FILE));
  }

  /**
   * Reads a table with the columns {@code name,value,source}.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the assumptions
   * @throws dev.assay.domain.table.BadTableException if one is missing, unknown, doubled or out of
   *     its range
   */
  public static PlanetAssumptions parse(String name, String text) {
    DataTable table = DataTable.parse(name, text, List.of("name", "value", "source"));
    Map<String, DataTable.Row> rows = new LinkedHashMap<>();
    for (DataTable.Row row : table.rows()) {
      row.text("source");
      if (rows.put(row.text("name"), row) != null) {
        throw row.bad("name", "has a row already");
      }
    }
    PlanetAssumptions assumptions =
        new PlanetAssumptions(
            take(table, rows, "terran_coefficient_earth_radii", 0.5, 2),
            take(table, rows, "no_point_mass_above_earth_radii", 1, 11),
            take(table, rows, "largest_mass_earths", 1000, 30_000),
            take(table, rows, "earth_density_kg_m3", 5000, 6000));
    for (DataTable.Row unknown : rows.values()) {
      throw unknown.bad("name", "unknown assumption '" + unknown.text("name") + "'");
    }
    return assumptions;
  }

  private static double take(
      DataTable table, Map<String, DataTable.Row> rows, String name, double low, double high) {
    DataTable.Row row = rows.remove(name);
    if (row == null) {
      throw table.bad("no row for " + name);
    }
    return row.number("value", low, high);
  }
}
