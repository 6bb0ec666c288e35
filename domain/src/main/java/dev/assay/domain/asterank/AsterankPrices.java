package dev.assay.domain.asterank;

import dev.assay.domain.table.DataTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Asterank takes a kilogram of each spectral type to be worth, &Sigma; price &times;
 * percent/100.
 *
 * <p>Wrong: for C, Ch, Cg, Cgh, Cb and K mass fractions stand where percentages are meant, so that
 * their water and metals are a hundred times too small and 99.7 % of the value is hydrogen; iron
 * and nickel cost a millionth, cobalt a hundredth, platinum a thirty-thousandth of their price; an
 * S type is worth 1e-57 dollars per kg; every X is 98.5 % metal; L is 7 % aluminium.
 */
final class AsterankPrices {

  private static final String FILE = "asterank.csv";
  private static final List<String> COLUMNS = List.of("spec", "commodity", "value", "source");
  private static final String PRICE = "price";
  private static final double HIGHEST_PRICE = 1e9;

  /**
   * What is in a kilogram of a type.
   *
   * @param usdPerKilogram its worth (US dollars per kg)
   * @param percent sum of the percentages
   */
  record Content(double usdPerKilogram, double percent) {

    private Content plus(double price, double share) {
      return new Content(usdPerKilogram + price * share / 100, percent + share);
    }
  }

  private final Map<String, Content> bySpec;

  private AsterankPrices(Map<String, Content> bySpec) {
    this.bySpec = Map.copyOf(bySpec);
  }

  /** The published table. */
  static AsterankPrices bundled() {
    return parse(FILE, DataTable.bundled(FILE));
  }

  /**
   * Reads a table with the columns {@code spec,commodity,value,source}: rows of the spec {@code
   * price} give the price of a commodity (US dollars per kg), all others percentages.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the types
   * @throws dev.assay.domain.table.BadTableException if a commodity has no price, or a row is
   *     doubled or out of its range
   */
  static AsterankPrices parse(String name, String text) {
    List<DataTable.Row> rows = DataTable.parse(name, text, COLUMNS).rows();
    Map<String, Double> prices = new HashMap<>();
    for (DataTable.Row row : rows) {
      row.text("source");
      if (isPrice(row)
          && prices.put(row.text("commodity"), row.number("value", 0, HIGHEST_PRICE)) != null) {
        throw row.bad("commodity", "'" + row.text("commodity") + "' has a price already");
      }
    }
    Map<String, Content> contents = new HashMap<>();
    for (DataTable.Row row : rows) {
      if (!isPrice(row)) {
        String spec = row.text("spec");
        Content before = contents.getOrDefault(spec, new Content(0, 0));
        contents.put(spec, before.plus(price(row, prices), row.number("value", 0, 100)));
      }
    }
    return new AsterankPrices(contents);
  }

  private static boolean isPrice(DataTable.Row row) {
    return row.text("spec").equals(PRICE);
  }

  private static double price(DataTable.Row row, Map<String, Double> prices) {
    String commodity = row.text("commodity");
    Double price = prices.get(commodity);
    if (price == null) {
      throw row.bad("commodity", "no price for '" + commodity + "'");
    }
    return price;
  }

  /** Whether a type has a row. */
  boolean knows(String spec) {
    return bySpec.containsKey(spec);
  }

  /**
   * What is in a kilogram.
   *
   * @param spec one of the types of the table
   * @throws IllegalArgumentException if the table does not name the type
   */
  Content of(String spec) {
    Content content = bySpec.get(spec);
    if (content == null) {
      throw new IllegalArgumentException("no row for the type '" + spec + "'");
    }
    return content;
  }
}
