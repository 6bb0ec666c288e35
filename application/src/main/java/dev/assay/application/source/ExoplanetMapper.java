package dev.assay.application.source;

import dev.assay.domain.exoplanet.Planet;
import dev.assay.domain.exoplanet.PublishedValue;
import dev.assay.domain.exoplanet.PublishedValue.Limit;
import dev.assay.ports.RowProblem;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes planets from rows; only a row without a name is rejected. */
final class ExoplanetMapper {

  private static final int LONGEST_TEXT = 128;
  private static final Range POSITIVE = Range.above(0, Double.MAX_VALUE);

  /** Masses and radii in the units of Earth; the Sun has 332,946 and 109. */
  private static final Range MASS = Range.from(1e-6, 1e6);

  private static final Range RADIUS = Range.from(1e-4, 1e3);
  private static final Range ERROR = Range.from(-1e6, 1e6);
  private static final Range YEAR = Range.from(1900, 2100);
  private static final Range LIMIT = Range.from(-1, 1);

  private final RowFields fields;

  ExoplanetMapper(Consumer<RowProblem> ignoredFields) {
    this.fields = new RowFields(ignoredFields);
  }

  /** The planet; null if the row is rejected, for {@link #rejection()}. */
  @Nullable Planet map(RawRow row) {
    fields.begin();
    String name = row.values()[ExoplanetField.NAME.ordinal()];
    if (name == null || name.length() > LONGEST_TEXT) {
      fields.reject(row, ExoplanetField.NAME, name == null ? "is not known" : "is too long");
      return null;
    }
    Planet planet = planet(row, name);
    fields.accept();
    return planet;
  }

  RowProblem rejection() {
    return fields.requireRejection();
  }

  private Planet planet(RawRow row, String name) {
    Double year = fields.number(row, ExoplanetField.YEAR, YEAR);
    return new Planet(
        name,
        text(row, ExoplanetField.HOST),
        text(row, ExoplanetField.METHOD),
        year == null ? null : (Integer) year.intValue(),
        fields.number(row, ExoplanetField.PERIOD, POSITIVE),
        published(
            row,
            RADIUS,
            ExoplanetField.RADIUS,
            ExoplanetField.RADIUS_PLUS,
            ExoplanetField.RADIUS_MINUS,
            ExoplanetField.RADIUS_LIMIT),
        published(
            row,
            MASS,
            ExoplanetField.MASS,
            ExoplanetField.MASS_PLUS,
            ExoplanetField.MASS_MINUS,
            ExoplanetField.MASS_LIMIT),
        text(row, ExoplanetField.MASS_PROVENANCE),
        fields.number(row, ExoplanetField.DISTANCE, POSITIVE));
  }

  private @Nullable String text(RawRow row, ExoplanetField field) {
    return fields.text(row, field, LONGEST_TEXT);
  }

  private @Nullable PublishedValue published(
      RawRow row,
      Range range,
      ExoplanetField value,
      ExoplanetField plus,
      ExoplanetField minus,
      ExoplanetField limit) {
    Double number = fields.number(row, value, range);
    return number == null
        ? null
        : new PublishedValue(number, error(row, plus), error(row, minus), limit(row, limit));
  }

  /** The archive gives lower errors with a minus sign. */
  private @Nullable Double error(RawRow row, ExoplanetField field) {
    Double error = fields.number(row, field, ERROR);
    return error == null ? null : (Double) Math.abs(error);
  }

  private Limit limit(RawRow row, ExoplanetField field) {
    Double flag = fields.number(row, field, LIMIT);
    if (flag == null || flag == 0) {
      return Limit.NONE;
    }
    return flag > 0 ? Limit.UPPER : Limit.LOWER;
  }
}
