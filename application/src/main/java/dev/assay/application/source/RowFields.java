package dev.assay.application.source;

import dev.assay.ports.RowProblem;
import dev.assay.ports.RowProblem.Consequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a row at a time and collects what is wrong with them. Fields that were
 * ignored are told only once the row is taken.
 */
final class RowFields {

  private static final byte[] NO = {'N'};

  private final Consumer<RowProblem> ignoredFields;
  private final List<RowProblem> ignored = new ArrayList<>();
  private @Nullable RowProblem rejection;

  RowFields(Consumer<RowProblem> ignoredFields) {
    this.ignoredFields = ignoredFields;
  }

  /** The number of an optional field; NaN if it is not known or unusable, which is noted. */
  double number(TextRow row, TableField field, Range range) {
    double number = row.number(field.ordinal());
    if (range.contains(number)) {
      return number;
    }
    if (row.has(field)) {
      ignore(row, field, Double.isNaN(number) ? "is not a number" : range.violation());
    }
    return Double.NaN;
  }

  /** The number of a field the row cannot do without; NaN if the row has to be rejected. */
  double requiredNumber(TextRow row, TableField field, Range range) {
    double number = row.number(field.ordinal());
    if (range.contains(number)) {
      return number;
    }
    String reason = row.has(field) ? "is not a number" : "is not known";
    reject(row, field, Double.isNaN(number) ? reason : range.violation());
    return Double.NaN;
  }

  /** A yes or no; null if it is not known or unusable, which is noted. */
  @Nullable Boolean flag(TextRow row, TableField field) {
    // What nearly all tables say, without making a text of it.
    if (row.is(field.ordinal(), NO)) {
      return Boolean.FALSE;
    }
    String text = row.text(field.ordinal());
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "Y", "y", "true", "True", "1" -> Boolean.TRUE;
      case "N", "n", "false", "False", "0" -> Boolean.FALSE;
      default -> {
        ignore(row, field, "is neither Y nor N");
        yield null;
      }
    };
  }

  /** A text; null if it is not known or too long, which is noted. */
  @Nullable String text(TextRow row, TableField field, int longest) {
    String text = row.text(field.ordinal());
    if (text != null && text.length() > longest) {
      ignore(row, field, "is longer than " + longest + " characters");
      return null;
    }
    return text;
  }

  void ignore(TextRow row, TableField field, String reason) {
    ignored.add(problem(row, field, reason, Consequence.FIELD_IGNORED));
  }

  void reject(TextRow row, TableField field, String reason) {
    rejection = problem(row, field, reason, Consequence.ROW_REJECTED);
  }

  void reject(TextRow row, String reason) {
    rejection = new RowProblem(row.number(), "", "", reason, Consequence.ROW_REJECTED);
  }

  /** Forgets the row before. */
  void begin() {
    ignored.clear();
    rejection = null;
  }

  /** Why the row has to be rejected. */
  RowProblem requireRejection() {
    return Objects.requireNonNull(rejection, "a row is rejected for a reason");
  }

  /** Tells the fields that were ignored in a row that is taken. */
  void accept() {
    ignored.forEach(ignoredFields);
  }

  private static RowProblem problem(
      TextRow row, TableField field, String reason, Consequence consequence) {
    String text = row.text(field.ordinal());
    String value = text == null ? "" : Cells.excerpt(text);
    return new RowProblem(row.number(), field.column(), value, reason, consequence);
  }
}
