package dev.assay.application.source;

import java.util.List;

/** The fields of a small-body table that Assay uses, by their names in today's answers. */
public enum SmallBodyField implements TableField {
  /** Primary designation. */
  DESIGNATION("pdes"),
  /** Number, name and designation in one text. */
  FULL_NAME("full_name"),
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
  ORBIT_CLASS("class");

  private final String column;

  SmallBodyField(String column) {
    this.column = column;
  }

  /**
   * The name of the field in today's answers of the SBDB Query API.
   *
   * @return for example "full_name"
   */
  @Override
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
