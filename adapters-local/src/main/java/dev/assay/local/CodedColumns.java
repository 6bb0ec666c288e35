package dev.assay.local;

import dev.assay.ports.CatalogueColumn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of texts that hold few different ones, such as how a mass is known, and are therefore
 * stored as numbers: the table {@value #TABLE} has the number of each text, and the view {@value
 * #VIEW}, which is all that anybody asks, has the texts. Comparing, hashing and compressing ten
 * texts of each body took a tenth of the processor time of a refresh.
 */
final class CodedColumns {

  /** The table of bodies as they are stored. */
  static final String TABLE = "stored_bodies";

  /** The bodies as they are read. */
  static final String VIEW = "bodies";

  private static final Set<String> NAMES =
      Set.of(
          "orbit_class",
          "diameter_source",
          "spectral_class",
          "mass_source",
          "delta_v_quality",
          "model",
          "class_source",
          "flags",
          "mission_status",
          "mission_destination");

  private final Map<CatalogueColumn, TextCodes> codes = new LinkedHashMap<>();

  CodedColumns() {
    for (CatalogueColumn column : CatalogueColumn.ALL) {
      if (NAMES.contains(column.name())) {
        codes.put(column, new TextCodes(column.name()));
      }
    }
  }

  /**
   * The numbers of the texts of a column; null for a column whose values are stored as they are.
   */
  @Nullable TextCodes of(CatalogueColumn column) {
    return codes.get(column);
  }

  /** The statement that makes the view, full names included, when all rows have been stored. */
  String view() {
    return codes.entrySet().stream()
        .map(column -> decoded(column.getKey().name(), column.getValue().texts()))
        .collect(
            Collectors.joining(
                ", ",
                "CREATE VIEW " + VIEW + " AS SELECT * REPLACE (" + FullNames.RESTORED + ", ",
                ") FROM " + TABLE));
  }

  /** The engine counts the elements of a list from 1, and none of them is that of no number. */
  private static String decoded(String column, List<String> texts) {
    String list = texts.stream().map(SqlText::literal).collect(Collectors.joining(", "));
    return "([" + list + "]::VARCHAR[])[" + column + "] AS " + column;
  }
}
