package dev.assay.local;

import dev.assay.ports.BodyTable;
import dev.assay.ports.CatalogueColumn;
import org.jspecify.annotations.Nullable;

/**
 * Full names as they are stored. Nearly all are made of the designation, the name and, in
 * parentheses, the provisional designation, such as "433 Eros (A898 PA)", so the form and the
 * provisional designation are stored, and the view of the bodies puts the full name together. To
 * write and compress whole full names took 8 % of the processor time of a refresh.
 */
final class FullNames {

  /** The column that holds how a full name is made up. */
  static final String FORM = "full_name_form";

  /** The column that holds what is in parentheses, where that is not the designation. */
  static final String PROVISIONAL = "provisional_designation";

  /** Stored as it is. */
  static final short WHOLE = 0;

  /** Designation, name if there is one, and the provisional designation in parentheses. */
  static final short NUMBERED = 1;

  /** The designation in parentheses. */
  static final short UNNUMBERED = 2;

  /** The full name, as an expression of the engine. */
  static final String RESTORED =
      """
      CASE full_name_form
        WHEN %d THEN designation || coalesce(' ' || name, '') || ' (' || provisional_designation || ')'
        WHEN %d THEN '(' || designation || ')'
        ELSE full_name END AS full_name"""
          .formatted(NUMBERED, UNNUMBERED);

  /** Condition that a full name is stored as it is. */
  static final String IS_WHOLE = FORM + " = " + WHOLE;

  /**
   * The longest that is looked for in a full name. More than any has, and few enough for a text
   * that is searched for to have few beginnings that may be one.
   */
  static final int LONGEST_DESIGNATION = 32;

  private static final int NAME = place("name");
  private static final int FULL_NAME = place("full_name");

  private final short[] forms;
  private final @Nullable Object[] whole;
  private final @Nullable Object[] provisional;
  private final int[] lengths;
  private final int[] designationLengths;

  private FullNames(int rows) {
    lengths = new int[rows];
    designationLengths = new int[rows];
    forms = new short[rows];
    whole = new Object[rows];
    provisional = new Object[rows];
  }

  private static int place(String column) {
    return CatalogueColumn.ALL.stream().map(CatalogueColumn::name).toList().indexOf(column);
  }

  static FullNames of(RowHandoff.Rows rows) {
    FullNames names = new FullNames(rows.size());
    names.lookAhead(rows);
    BodyTable table = rows.table();
    @Nullable Object[] fullNames = table.others(FULL_NAME);
    @Nullable Object[] ownNames = table.others(NAME);
    for (int i = 0; i < rows.size(); i++) {
      int row = rows.from() + i;
      String full = (String) fullNames[row];
      if (full != null) {
        names.take(i, full, table.designation(row), (String) ownNames[row]);
      }
    }
    return names;
  }

  /**
   * Looks at all texts before any is gone through, so that the processor fetches them all at once
   * from where the threads that made them left them. To wait for one after the other took a quarter
   * of the time here (3.0 instead of 2.3 % of the processor time of a refresh).
   */
  private void lookAhead(RowHandoff.Rows rows) {
    BodyTable table = rows.table();
    @Nullable Object[] fullNames = table.others(FULL_NAME);
    for (int i = 0; i < lengths.length; i++) {
      int row = rows.from() + i;
      String full = (String) fullNames[row];
      lengths[i] = full == null ? 0 : full.length();
      designationLengths[i] = table.designation(row).length();
    }
  }

  private void take(int row, String full, String designation, @Nullable String name) {
    int start = startOfProvisional(full, designation, name);
    int end = lengths[row] - 1;
    if (!isUsual(designation, designationLengths[row])) {
      whole[row] = full;
    } else if (start > 0 && full.charAt(end) == ')' && isPlain(full, start, end)) {
      forms[row] = NUMBERED;
      provisional[row] = full.substring(start, end);
    } else if (isInParentheses(full, designation)) {
      forms[row] = UNNUMBERED;
    } else {
      whole[row] = full;
    }
  }

  /** Whether {@link NameSearch} finds a designation like this one in a full name. */
  private static boolean isUsual(String designation, int length) {
    return length <= LONGEST_DESIGNATION && isPlain(designation, 0, length);
  }

  /** Whether all is ASCII, and nothing opens a parenthesis. */
  private static boolean isPlain(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char character = text.charAt(i);
      if (character >= 0x80 || character == '(') {
        return false;
      }
    }
    return true;
  }

  /** Where the provisional designation begins; 0 if there is something else before it. */
  private static int startOfProvisional(String full, String designation, @Nullable String name) {
    int at = designation.length();
    if (!full.startsWith(designation)) {
      return 0;
    }
    if (name != null) {
      if (name.indexOf('(') >= 0 || !full.startsWith(" ", at) || !full.startsWith(name, at + 1)) {
        return 0;
      }
      at += 1 + name.length();
    }
    return full.startsWith(" (", at) ? at + 2 : 0;
  }

  private static boolean isInParentheses(String full, String designation) {
    return full.length() == designation.length() + 2
        && full.charAt(0) == '('
        && full.startsWith(designation, 1)
        && full.endsWith(")");
  }

  /** How each is made up. */
  short[] forms() {
    return forms;
  }

  /** Those that are stored as they are; null for the others. */
  @Nullable Object[] whole() {
    return whole;
  }

  /** The provisional designations; null where there is none. */
  @Nullable Object[] provisional() {
    return provisional;
  }
}
