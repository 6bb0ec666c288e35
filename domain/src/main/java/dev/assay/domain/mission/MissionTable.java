package dev.assay.domain.mission;

import dev.assay.domain.market.Commodity;
import dev.assay.domain.mission.MissionParameters.Costs;
import dev.assay.domain.mission.MissionParameters.Mining;
import dev.assay.domain.mission.MissionParameters.SpacePrices;
import dev.assay.domain.mission.MissionParameters.WayBack;
import dev.assay.domain.table.DataTable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a mission table, by name. */
final class MissionTable {

  static final List<String> COLUMNS = List.of("name", "value", "source");

  private static final double MUCH = 1e15;

  private final DataTable table;
  private final Map<String, DataTable.Row> rows;

  private MissionTable(DataTable table, Map<String, DataTable.Row> rows) {
    this.table = table;
    this.rows = rows;
  }

  static MissionTable bundled() {
    String file = "mission.csv";
    return of(file, DataTable.parse(file, DataTable.bundled(file), COLUMNS));
  }

  static MissionTable of(String name, DataTable table) {
    Map<String, DataTable.Row> rows = new LinkedHashMap<>();
    for (DataTable.Row row : table.rows()) {
      row.text("source");
      if (rows.put(row.text("name"), row) != null) {
        throw row.bad("name", "'" + row.text("name") + "' has a row already");
      }
    }
    return new MissionTable(table, rows);
  }

  /** These rows, and those of the other table that this one lacks. */
  MissionTable over(MissionTable defaults) {
    for (DataTable.Row row : rows.values()) {
      if (!defaults.rows.containsKey(row.text("name"))) {
        throw row.bad("name", "unknown parameter '" + row.text("name") + "'");
      }
    }
    Map<String, DataTable.Row> merged = new LinkedHashMap<>(defaults.rows);
    merged.putAll(rows);
    return new MissionTable(table, merged);
  }

  MissionParameters parameters() {
    return new MissionParameters(
        new Ship(number("ship_kg", 1, 1e9), isp("ship_isp_s"), share("ship_dry_share", 0.99)),
        mining(),
        new WayBack(
            number("water_per_propellant", 1, 100),
            number("lunar_insertion_km_s", 0, 10),
            share("heat_shield_share", 0.99),
            share("synodic_wait_share", 1),
            number("longest_synodic_years", 0, 1000)),
        prices(),
        costs());
  }

  private Mining mining() {
    return new Mining(
        number("throughput_per_year", 0, 1e9),
        share("equipment_share", 1),
        number("stay_years", 0, 1000),
        share("recoverable_share", 1),
        share("recovery_water", 1),
        share("recovery_metal", 1),
        share("recovery_precious", 1));
  }

  private SpacePrices prices() {
    return new SpacePrices(
        new Ship(1, isp("tug_isp_s"), share("tug_dry_share", 0.99)),
        number("tug_delta_v_km_s", 0, 20),
        share("utility_water", 1),
        share("utility_metal", 1),
        share("utility_precious", 1),
        number("down_leo_usd_per_kg", 0, MUCH),
        number("down_cislunar_usd_per_kg", 0, MUCH),
        number("price_level", 0, 1e9),
        number("demand_elasticity", -100, -0.01),
        supply());
  }

  private Map<Commodity, Double> supply() {
    Map<Commodity, Double> supply = new EnumMap<>(Commodity.class);
    for (Commodity commodity : Commodity.values()) {
      if (commodity != Commodity.WATER) {
        supply.put(commodity, number("supply_" + commodity.code() + "_kg", 1e-3, MUCH));
      }
    }
    return supply;
  }

  private Costs costs() {
    return new Costs(
        number("launch_usd_per_kg", 0, 1e9),
        number("development_usd_per_kg", 0, MUCH),
        number("operations_usd_per_year", 0, MUCH),
        number("discount_rate", 0, 10),
        number("learning_rate", 0.01, 1),
        number("missions", 1, 1e9));
  }

  private double isp(String name) {
    return number(name, 1, 1e6);
  }

  private double share(String name, double highest) {
    return number(name, 0, highest);
  }

  private double number(String name, double lowest, double highest) {
    DataTable.Row row = rows.get(name);
    if (row == null) {
      throw table.bad("no row for " + name);
    }
    return row.number("value", lowest, highest);
  }
}
