package dev.assay.application.source;

import dev.assay.ports.RowProblem;
import dev.assay.ports.RowProblem.Consequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a row at a time and collects what is wrong with them. Fields that were
 * ignored are told only once the row is taken.
 */
final class RowFields {

  private final Consumer<RowProblem> ignoredFields;
  private final List<RowProblem> ignored = new ArrayList<>();
  private @Nullable RowProblem rejection;

  RowFields(Consumer<RowProblem> ignoredFields) {
    this.ignoredFields = ignoredFields;
  }

  /** The number of an optional field; null if it is not known or unusable, which is noted. */
  @Nullable Double number(RawRow row, TableField field, Range range) {
    String text = row.values()[field.ordinal()];
    if (text == null) {
      return null;
    }
    OptionalDouble number = StrictNumber.parse(text);
    if (number.isPresent() && range.contains(number.getAsDouble())) {
      return number.getAsDouble();
    }
    ignore(row, field, number.isPresent() ? range.violation() : "is not a number");
    return null;
  }

  /** The number of a field the row cannot do without; NaN if the row has to be rejected. */
  double requiredNumber(RawRow row, TableField field, Range range) {
    String text = row.values()[field.ordinal()];
    OptionalDouble number = text == null ? OptionalDouble.empty() : StrictNumber.parse(text);
    if (number.isPresent() && range.contains(number.getAsDouble())) {
      return number.getAsDouble();
    }
    String reason = text == null ? "is not known" : "is not a number";
    reject(row, field, number.isPresent() ? range.violation() : reason);
    return Double.NaN;
  }

  /** A yes or no; null if it is not known or unusable, which is noted. */
  @Nullable Boolean flag(RawRow row, TableField field) {
    String text = row.values()[field.ordinal()];
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
  @Nullable String text(RawRow row, TableField field, int longest) {
    String text = row.values()[field.ordinal()];
    if (text != null && text.length() > longest) {
      ignore(row, field, "is longer than " + longest + " characters");
      return null;
    }
    return text;
  }

  void ignore(RawRow row, TableField field, String reason) {
    ignored.add(problem(row, field, reason, Consequence.FIELD_IGNORED));
  }

  void reject(RawRow row, TableField field, String reason) {
    rejection = problem(row, field, reason, Consequence.ROW_REJECTED);
  }

  void reject(RawRow row, String reason) {
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
      RawRow row, TableField field, String reason, Consequence consequence) {
    String text = row.values()[field.ordinal()];
    String value = text == null ? "" : Cells.excerpt(text);
    return new RowProblem(row.number(), field.column(), value, reason, consequence);
  }
}
