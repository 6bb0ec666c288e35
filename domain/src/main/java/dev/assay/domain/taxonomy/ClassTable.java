package dev.assay.domain.taxonomy;

import dev.assay.domain.table.DataTable;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One value for each spectral class, read from a table with a column {@code class}.
 *
 * @param <T> what is known of a class
 */
public final class ClassTable<T> {

  private final Object[] values;

  private ClassTable(Object[] values) {
    this.values = values;
  }

  /**
   * Reads a table with one row per class.
   *
   * @param table the table
   * @param value makes the value of a row
   * @param <T> what is known of a class
   * @return the values, complete
   * @throws dev.assay.domain.table.BadTableException if a class is missing, unknown or doubled
   */
  public static <T> ClassTable<T> of(DataTable table, Function<DataTable.Row, T> value) {
    @Nullable Object[] values = new @Nullable Object[SpectralClass.COUNT];
    for (DataTable.Row row : table.rows()) {
      String code = row.text("class");
      int index =
          SpectralClass.ofCode(code)
              .orElseThrow(() -> row.bad("class", "unknown class '" + code + "'"))
              .ordinal();
      if (values[index] != null) {
        throw row.bad("class", "'" + code + "' has a row already");
      }
      values[index] = value.apply(row);
    }
    return new ClassTable<>(complete(table, values));
  }

  /**
   * Makes a value for each class.
   *
   * @param value the value of a class
   * @param <T> what is known of a class
   * @return the values
   */
  public static <T> ClassTable<T> of(Function<SpectralClass, T> value) {
    Object[] values = new Object[SpectralClass.COUNT];
    for (SpectralClass spectralClass : SpectralClass.all()) {
      values[spectralClass.ordinal()] = value.apply(spectralClass);
    }
    return new ClassTable<>(values);
  }

  private static Object[] complete(DataTable table, @Nullable Object[] values) {
    Object[] complete = new Object[SpectralClass.COUNT];
    for (SpectralClass spectralClass : SpectralClass.all()) {
      Object value = values[spectralClass.ordinal()];
      if (value == null) {
        throw table.bad("no row for class " + spectralClass.code());
      }
      complete[spectralClass.ordinal()] = value;
    }
    return complete;
  }

  /**
   * The value of a class.
   *
   * @param spectralClass which
   * @return its value
   */
  @SuppressWarnings("unchecked") // only values of type T are ever stored
  public T get(SpectralClass spectralClass) {
    return (T) values[spectralClass.ordinal()];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ClassTable<?> that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
