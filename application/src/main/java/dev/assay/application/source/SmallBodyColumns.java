package dev.assay.application.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a small-body table: their spellings, and which of them it cannot do without. */
final class SmallBodyColumns {

  /** Other spellings in use. That "." and "_" are the same goes without saying. */
  private static final Map<String, SmallBodyField> ALIASES =
      Map.of(
          "fullname", SmallBodyField.FULL_NAME,
          "orbit_class", SmallBodyField.ORBIT_CLASS);

  private static final Map<String, Integer> FIELDS = spellings();

  private SmallBodyColumns() {}

  /**
   * Finds the fields in a header.
   *
   * @throws BadSourceException if one that is needed is missing
   */
  static Columns of(List<String> header, String source) {
    Columns columns = Columns.of(header, FIELDS, source);
    List<String> missing = missing(columns);
    if (!missing.isEmpty()) {
      throw BadSourceException.ofOtherFormat(
          source,
          "lacks "
              + String.join(", ", missing)
              + "; its columns are "
              + columns.shown()
              + "; ask the API for fields="
              + String.join(",", SmallBodyField.columns()));
    }
    return columns;
  }

  private static List<String> missing(Columns columns) {
    List<String> missing = new ArrayList<>();
    requireAny(
        columns,
        missing,
        SmallBodyField.DESIGNATION,
        SmallBodyField.FULL_NAME,
        SmallBodyField.NAME);
    requireAny(columns, missing, SmallBodyField.E);
    requireAny(columns, missing, SmallBodyField.I);
    requireAny(columns, missing, SmallBodyField.A, SmallBodyField.Q);
    return missing;
  }

  private static void requireAny(
      Columns columns, List<String> missing, SmallBodyField... alternatives) {
    List<String> names = new ArrayList<>();
    for (SmallBodyField field : alternatives) {
      if (field.in(columns)) {
        return;
      }
      names.add(field.column());
    }
    String joined = String.join(", ", names);
    missing.add(names.size() == 1 ? joined : "(one of " + joined + ")");
  }

  private static Map<String, Integer> spellings() {
    Map<String, Integer> fields = new HashMap<>();
    for (SmallBodyField field : SmallBodyField.values()) {
      fields.put(field.column(), field.ordinal());
    }
    ALIASES.forEach((alias, field) -> fields.put(alias, field.ordinal()));
    return Map.copyOf(fields);
  }
}
