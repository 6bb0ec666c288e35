package dev.assay.domain.market;

import dev.assay.domain.table.DataTable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The price of every commodity, each with its date and source. */
public final class PriceList {

  private static final List<String> COLUMNS = List.of("commodity", "usd_per_kg", "date", "source");

  private final Map<Commodity, Price> prices;

  /**
   * Takes a price for every commodity.
   *
   * @param prices one for each
   * @throws IllegalArgumentException if one is missing
   */
  public PriceList(Map<Commodity, Price> prices) {
    this.prices = new EnumMap<>(prices);
    for (Commodity commodity : Commodity.values()) {
      if (!prices.containsKey(commodity)) {
        throw new IllegalArgumentException("no price for " + commodity.code());
      }
    }
  }

  /**
   * The prices of this library.
   *
   * @return prices on Earth in 2026
   */
  public static PriceList bundled() {
    return parse("prices.csv", DataTable.bundled("prices.csv"));
  }

  /**
   * Reads a list with the columns {@code commodity,usd_per_kg,date,source}.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the prices
   * @throws dev.assay.domain.table.BadTableException if a commodity is missing, unknown or doubled,
   *     a price is negative, or a date is not like 2026-04-02
   */
  public static PriceList parse(String name, String text) {
    DataTable table = DataTable.parse(name, text, COLUMNS);
    Map<Commodity, Price> prices = new EnumMap<>(Commodity.class);
    for (DataTable.Row row : table.rows()) {
      if (prices.put(commodity(row), price(row)) != null) {
        throw row.bad("commodity", "'" + row.text("commodity") + "' has a row already");
      }
    }
    for (Commodity commodity : Commodity.values()) {
      if (!prices.containsKey(commodity)) {
        throw table.bad("no row for " + commodity.code());
      }
    }
    return new PriceList(prices);
  }

  private static Commodity commodity(DataTable.Row row) {
    String name = row.text("commodity");
    for (Commodity commodity : Commodity.values()) {
      if (commodity.code().equals(name)) {
        return commodity;
      }
    }
    throw row.bad("commodity", "unknown commodity '" + name + "'");
  }

  private static Price price(DataTable.Row row) {
    double usd = row.number("usd_per_kg", 0, 1e12);
    try {
      return new Price(usd, LocalDate.parse(row.text("date")), row.text("source"));
    } catch (DateTimeParseException e) {
      throw row.bad("date", "'" + row.text("date") + "' is not a date like 2026-04-02");
    }
  }

  /**
   * The price of a commodity.
   *
   * @param commodity which
   * @return its price
   */
  public Price of(Commodity commodity) {
    return Objects.requireNonNull(prices.get(commodity));
  }
}
