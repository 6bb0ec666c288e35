package dev.assay.application.source;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The fields of the Exoplanet Archive's tables that are used. */
enum ExoplanetField implements TableField {
  NAME("pl_name"),
  HOST("hostname"),
  METHOD("discoverymethod"),
  YEAR("disc_year"),
  PERIOD("pl_orbper"),
  RADIUS("pl_rade"),
  RADIUS_PLUS("pl_radeerr1"),
  RADIUS_MINUS("pl_radeerr2"),
  RADIUS_LIMIT("pl_radelim"),
  MASS("pl_bmasse"),
  MASS_PLUS("pl_bmasseerr1"),
  MASS_MINUS("pl_bmasseerr2"),
  MASS_LIMIT("pl_bmasselim"),
  MASS_PROVENANCE("pl_bmassprov"),
  DISTANCE("sy_dist");

  static final Map<String, Integer> SPELLINGS =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ExoplanetField::column, Enum::ordinal));

  private final String column;

  ExoplanetField(String column) {
    this.column = column;
  }

  @Override
  public String column() {
    return column;
  }

  /**
   * Finds the fields in a header.
   *
   * @throws BadSourceException if there is no name
   */
  static Columns columns(List<String> header, String source) {
    Columns columns = Columns.of(header, SPELLINGS, source);
    if (!NAME.in(columns)) {
      throw BadSourceException.ofOtherFormat(
          source,
          "lacks "
              + NAME.column
              + "; its columns are "
              + columns.shown()
              + "; select "
              + NAME.column
              + " from pscomppars");
    }
    return columns;
  }
}
