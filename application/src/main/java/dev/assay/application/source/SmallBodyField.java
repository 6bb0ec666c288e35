package dev.assay.application.source;

import java.util.List;

/** The fields of a small-body table that Assay uses, with every spelling they have had. */
public enum SmallBodyField {
  /** Primary designation. */
  DESIGNATION("pdes"),
  /** Number, name and designation in one text. */
  FULL_NAME("full_name", "fullname"),
  /** Name alone. */
  NAME("name"),
  /** Y for a near-Earth body. */
  NEO("neo"),
  /** Y for a potentially hazardous asteroid. */
  PHA("pha"),
  /** Absolute magnitude (mag). */
  H("H"),
  /** Its standard error (mag). */
  H_SIGMA("H_sigma"),
  /** Diameter (km). */
  DIAMETER("diameter"),
  /** Its standard error (km). */
  DIAMETER_SIGMA("diameter_sigma"),
  /** Geometric albedo. */
  ALBEDO("albedo"),
  /** GM (km&sup3;/s&sup2;). */
  GM("GM"),
  /** SMASSII spectral type. */
  SPEC_B("spec_B"),
  /** Tholen spectral type. */
  SPEC_T("spec_T"),
  /** Eccentricity. */
  E("e"),
  /** Semi-major axis (au). */
  A("a"),
  /** Perihelion distance (au). */
  Q("q"),
  /** Inclination (degrees). */
  I("i"),
  /** Minimum orbit intersection distance to Earth (au). */
  MOID("moid"),
  /** Orbit class code. */
  ORBIT_CLASS("class", "orbit_class");

  private final String column;
  private final List<String> aliases;

  SmallBodyField(String column, String... aliases) {
    this.column = column;
    this.aliases = List.of(aliases);
  }

  /** Other spellings of the column; that "." and "_" are the same goes without saying. */
  List<String> aliases() {
    return aliases;
  }

  /**
   * The name of the field in today's answers of the SBDB Query API.
   *
   * @return for example "full_name"
   */
  public String column() {
    return column;
  }

  /**
   * All fields in declaration order, as the query for them names them.
   *
   * @return the columns
   */
  public static List<String> columns() {
    return List.of(values()).stream().map(SmallBodyField::column).toList();
  }
}
