package dev.assay.domain.mass;

import dev.assay.domain.estimate.LogNormal;
import dev.assay.domain.table.DataTable;
import dev.assay.domain.taxonomy.ClassTable;
import dev.assay.domain.taxonomy.SpectralClass;
import java.util.List;

/** Bulk density of each spectral class, for large and for small bodies. */
public final class ClassDensities {

  /** No body's bulk density is believed outside these bounds (Carry 2012, kg/m&sup3;). */
  public static final double LOWEST = 300;

  /** Upper bound, see {@link #LOWEST} (kg/m&sup3;). */
  public static final double HIGHEST = 8000;

  private final ClassTable<ClassDensity> densities;

  private ClassDensities(ClassTable<ClassDensity> densities) {
    this.densities = densities;
  }

  /**
   * The table of this library.
   *
   * @return densities mostly after Carry (2012)
   */
  public static ClassDensities bundled() {
    return parse("densities.csv", DataTable.bundled("densities.csv"));
  }

  /**
   * Reads a table with the columns {@code class,kg_per_m3,small_kg_per_m3,sigma_ln,source}.
   *
   * @param name what to call it in messages
   * @param text its content
   * @return the densities
   * @throws dev.assay.domain.table.BadTableException if a density is outside 300..8000 kg/m&sup3;,
   *     a class is missing, or the table is malformed
   */
  public static ClassDensities parse(String name, String text) {
    List<String> columns = List.of("class", "kg_per_m3", "small_kg_per_m3", "sigma_ln", "source");
    return new ClassDensities(
        ClassTable.of(DataTable.parse(name, text, columns), ClassDensities::density));
  }

  private static ClassDensity density(DataTable.Row row) {
    row.text("source");
    double sigmaLn = row.number("sigma_ln", 0.01, 3);
    return new ClassDensity(
        LogNormal.ofMedian(row.number("kg_per_m3", LOWEST, HIGHEST), sigmaLn),
        LogNormal.ofMedian(row.number("small_kg_per_m3", LOWEST, HIGHEST), sigmaLn));
  }

  /**
   * The densities of a class.
   *
   * @param spectralClass which
   * @return for large and small bodies
   */
  public ClassDensity of(SpectralClass spectralClass) {
    return densities.get(spectralClass);
  }
}
