package dev.assay.application.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of a table holds which field. Columns that are not used cost nothing. */
final class Columns {

  private static final int UNUSED = -1;
  private static final int NAMES_SHOWN = 10;

  private final List<String> names;
  private final int[] fieldOfColumn;
  private final int fieldCount;
  private final byte[][] nameBytes;

  private Columns(List<String> names, int[] fieldOfColumn, int fieldCount) {
    this.names = names;
    this.fieldOfColumn = fieldOfColumn;
    this.fieldCount = fieldCount;
    this.nameBytes =
        names.stream().map(name -> name.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /**
   * Finds fields in a header. The old spelling "epoch.mjd" and today's "epoch_mjd" are the same.
   *
   * @param fields number of each field, from 0, by its spellings
   * @throws BadSourceException if two columns hold one field
   */
  static Columns of(List<String> header, Map<String, Integer> fields, String source) {
    List<String> names = cleaned(header);
    int[] fieldOfColumn = new int[names.size()];
    boolean[] taken = new boolean[fieldCount(fields)];
    for (int column = 0; column < fieldOfColumn.length; column++) {
      int field = fields.getOrDefault(names.get(column).replace('.', '_'), UNUSED);
      fieldOfColumn[column] = field;
      if (field != UNUSED && taken[field]) {
        throw new BadSourceException(
            source, "has two columns \"" + names.get(column) + "\"; keep one of them");
      }
      if (field != UNUSED) {
        taken[field] = true;
      }
    }
    return new Columns(names, fieldOfColumn, taken.length);
  }

  private static List<String> cleaned(List<String> header) {
    List<String> names = new ArrayList<>(header.size());
    for (String cell : header) {
      String name = Cells.clean(cell);
      names.add(name == null ? "" : name);
    }
    while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
      names.remove(names.size() - 1);
    }
    return names;
  }

  private static int fieldCount(Map<String, Integer> fields) {
    return fields.values().stream().mapToInt(Integer::intValue).max().orElse(UNUSED) + 1;
  }

  int count() {
    return fieldOfColumn.length;
  }

  int fieldCount() {
    return fieldCount;
  }

  /** The field a column holds; negative for one that is not used, or beyond the header. */
  int fieldOf(int column) {
    return column < fieldOfColumn.length ? fieldOfColumn[column] : UNUSED;
  }

  /** What is wrong with a row of so many cells; null if nothing is. */
  @Nullable String problemOf(int cells) {
    return cells == count()
        ? null
        : "has " + cells + " cells where the table has " + count() + " columns";
  }

  boolean has(int field) {
    for (int found : fieldOfColumn) {
      if (found == field) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row repeats the header, as in files that were joined end to end. */
  boolean isHeader(TextRow row) {
    boolean any = false;
    for (int column = 0; column < fieldOfColumn.length; column++) {
      int field = fieldOfColumn[column];
      if (field != UNUSED) {
        if (!row.is(field, nameBytes[column])) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** The first names, for a message. */
  String shown() {
    List<String> shown = names.subList(0, Math.min(NAMES_SHOWN, names.size()));
    String more = names.size() > NAMES_SHOWN ? ", ..." : "";
    return Cells.excerpt(String.join(", ", shown), 200) + more;
  }
}
